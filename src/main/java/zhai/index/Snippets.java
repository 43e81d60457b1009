package zhai.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import zhai.index.Occurrences.Occurrence;
import zhai.index.Passages.Passage;
import zhai.query.Field;

/// The passages that show why documents were found.
final class Snippets {
  private static final int MAX_SNIPPETS = 3;

  /// UTF-16 units up to which an excerpt or a note is shown whole.
  private static final int MAX_WHOLE = 300;

  /// UTF-16 units of a page that are looked at, at most.
  private static final int MAX_SCANNED = 200_000;

  private static final List<TextField> SHOWN =
      List.of(TextField.NOTE, TextField.EXCERPT, TextField.PAGE, TextField.TITLE);
  private static final Set<String> STORED =
      SHOWN.stream().map(TextField::stored).collect(Collectors.toSet());

  private final StoredFields documents;
  private final Occurrences occurrences;

  Snippets(StoredFields documents, List<Needle> needles) {
    this.documents = documents;
    this.occurrences = new Occurrences(needles);
  }

  private record Candidate(Snippet snippet, double worth) {}

  /// Up to three for a document, what shows most first; of equal ones the user's own words.
  List<Snippet> of(int document) throws IOException {
    if (occurrences.needles().isEmpty()) {
      return List.of();
    }
    Document stored = documents.document(document, STORED);
    List<Candidate> candidates = new ArrayList<>();
    for (TextField field : SHOWN) {
      for (String text : stored.getValues(field.stored())) {
        addCandidate(field, text, candidates);
      }
    }
    return candidates.stream()
        .sorted(Comparator.comparingDouble(Candidate::worth).reversed())
        .limit(MAX_SNIPPETS)
        .map(Candidate::snippet)
        .toList();
  }

  private void addCandidate(TextField field, String stored, List<Candidate> candidates) {
    String text = stored.substring(0, Math.min(MAX_SCANNED, stored.length()));
    List<Occurrence> found = occurrences.in(Folding.fold(text), field);
    if (!found.isEmpty()) {
      Passages passages = new Passages(text, found, occurrences.needles());
      boolean whole = field == TextField.TITLE || (isOwn(field) && text.length() <= MAX_WHOLE);
      Passage passage = whole ? passages.whole() : passages.best();
      candidates.add(new Candidate(passages.snippet(shown(field), passage), passage.worth()));
    }
  }

  private static boolean isOwn(TextField field) {
    return field == TextField.NOTE || field == TextField.EXCERPT;
  }

  private static Field shown(TextField field) {
    return switch (field) {
      case NOTE -> Field.NOTE;
      case EXCERPT -> Field.EXCERPT;
      case TITLE -> Field.TITLE;
      case PAGE -> Field.TEXT;
      case LABEL, AUTHOR, SITE, URL ->
          throw new IllegalArgumentException(field + " is not shown in snippets");
    };
  }
}
