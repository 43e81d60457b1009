package zhai.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;

/// Which fields and terms stand in an index, each looked up once a search.
///
/// Most words of a query stand in few of the texts that they are looked for in: titles, notes and
/// labels know little of what pages know. What can't be found is left out of Lucene's queries, for
/// which it would be looked up again and again.
final class KnownTerms {
  private final IndexReader reader;
  private final Map<String, Field> fields = new HashMap<>();

  /// @param present whether a document has a term in it
  private record Field(boolean present, Map<String, Boolean> terms) {}

  KnownTerms(IndexReader reader) {
    this.reader = reader;
  }

  IndexReader reader() {
    return reader;
  }

  /// Whether a document has anything in the field: a library without notes has no field of notes.
  boolean contains(String field) {
    return field(field).present;
  }

  /// Whether a document has the term, perhaps one that was deleted since.
  boolean contains(String field, String term) {
    Field asked = field(field);
    return asked.present
        && asked.terms.computeIfAbsent(term, _ -> isInIndex(new Term(field, term)));
  }

  private Field field(String name) {
    return fields.computeIfAbsent(name, _ -> new Field(isInIndex(name), new HashMap<>()));
  }

  private boolean isInIndex(String field) {
    for (LeafReaderContext leaf : reader.leaves()) {
      if (leaf.reader().getFieldInfos().fieldInfo(field) != null) {
        return true;
      }
    }
    return false;
  }

  private boolean isInIndex(Term term) {
    try {
      return reader.docFreq(term) > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
