package zhai.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/// Which terms stand in an index, each looked up once a search.
///
/// Most words of a query stand in few of the texts that they are looked for in: titles, notes and
/// labels know little of what pages know. What can't be found is left out of Lucene's queries, for
/// which it would be looked up again and again.
final class KnownTerms {
  private final IndexReader reader;
  private final Map<String, Map<String, Boolean>> known = new HashMap<>();

  KnownTerms(IndexReader reader) {
    this.reader = reader;
  }

  IndexReader reader() {
    return reader;
  }

  /// Whether a document has the term, perhaps one that was deleted since.
  boolean contains(String field, String term) {
    return known
        .computeIfAbsent(field, _ -> new HashMap<>())
        .computeIfAbsent(term, _ -> isInIndex(new Term(field, term)));
  }

  private boolean isInIndex(Term term) {
    try {
      return reader.docFreq(term) > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
