package zhai.index;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.StoredFields;
import org.jspecify.annotations.Nullable;
import zhai.index.SnippetChoice.Candidates;

/// The passages that show why documents were found.
final class Snippets {
  /// UTF-16 units of a text that are looked at, at most.
  private static final int MAX_SCANNED = 4_000_000;

  private static final Set<String> STORED =
      SnippetSource.ALL.stream().map(SnippetSource::stored).collect(Collectors.toSet());

  private final StoredFields documents;
  private final Worth worth;
  private final Occurrences occurrences;
  private final boolean nothingSought;

  Snippets(IndexReader reader, List<Needle> needles) throws IOException {
    this(reader, needles, new Worth(reader, needles));
  }

  Snippets(IndexReader reader, List<Needle> needles, Worth worth) throws IOException {
    this.documents = reader.storedFields();
    this.worth = worth;
    this.occurrences = new Occurrences(needles, worth);
    this.nothingSought = needles.isEmpty();
  }

  /// What shows why a document was found.
  ///
  /// @param title the title as it is, with what matches in it; null if nothing does
  /// @param passages up to three, the best first
  record Shown(@Nullable Snippet title, List<Snippet> passages) {
    static final Shown NOTHING = new Shown(null, List.of());
  }

  Shown of(int document) throws IOException {
    if (nothingSought) {
      return Shown.NOTHING;
    }
    Document stored = documents.document(document, STORED);
    @Nullable Marked title = title(stored);
    SnippetChoice choice = new SnippetChoice(worth, title == null ? List.of() : title.found());
    return new Shown(
        title == null ? null : SnippetLine.title(title), choice.of(candidates(stored)));
  }

  /// The first title stands above the passages.
  private @Nullable Marked title(Document stored) {
    String title = stored.get(SnippetSource.TITLE.stored());
    return title == null
        ? null
        : Marked.of(title, occurrences, SnippetSource.TITLE.searched()).orElse(null);
  }

  private List<Candidates> candidates(Document stored) {
    return SnippetSource.ALL.stream()
        .flatMap(source ->
            marked(source, texts(stored, source).skip(source.equals(SnippetSource.TITLE) ? 1 : 0)))
        .map(text -> Candidates.of(text.source, text.marked, worth))
        .toList();
  }

  /// A text in which something stands that is looked for.
  record Standing(SnippetSource source, Marked marked) {}

  /// All such texts of a document.
  List<Standing> standing(int document) throws IOException {
    Document stored = documents.document(document, STORED);
    return SnippetSource.ALL.stream()
        .flatMap(source -> marked(source, texts(stored, source)))
        .toList();
  }

  private Stream<Standing> marked(SnippetSource source, Stream<String> texts) {
    return texts
        .flatMap(text -> Marked.of(text, occurrences, source.searched()).stream())
        .map(marked -> new Standing(source, marked));
  }

  private static Stream<String> texts(Document stored, SnippetSource source) {
    return Stream.of(stored.getValues(source.stored()))
        .map(text -> text.substring(0, Math.min(MAX_SCANNED, text.length())));
  }
}
