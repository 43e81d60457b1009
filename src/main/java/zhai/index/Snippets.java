package zhai.index;

import java.io.IOException;
import java.util.ArrayList;
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
    this.documents = reader.storedFields();
    this.worth = new Worth(reader, needles);
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

  private @Nullable Marked title(Document stored) {
    String title = stored.get(SnippetSource.TITLE.stored());
    return title == null
        ? null
        : Marked.of(title, occurrences, SnippetSource.TITLE.searched()).orElse(null);
  }

  private List<Candidates> candidates(Document stored) {
    List<Candidates> candidates = new ArrayList<>();
    for (SnippetSource source : SnippetSource.ALL) {
      texts(stored, source)
          .flatMap(text -> Marked.of(text, occurrences, source.searched()).stream())
          .map(marked -> Candidates.of(source, marked, worth))
          .forEach(candidates::add);
    }
    return candidates;
  }

  /// The first title stands above the passages.
  private static Stream<String> texts(Document stored, SnippetSource source) {
    return Stream.of(stored.getValues(source.stored()))
        .skip(source.equals(SnippetSource.TITLE) ? 1 : 0)
        .map(text -> text.substring(0, Math.min(MAX_SCANNED, text.length())));
  }
}
