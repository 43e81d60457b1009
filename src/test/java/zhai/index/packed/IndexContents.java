package zhai.index.packed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/// All that is indexed by terms, as lines to compare: which term stands where, and how long each
/// field is.
public final class IndexContents {
  private final List<String> lines = new ArrayList<>();

  private IndexContents() {}

  /// @throws IOException too if Lucene finds fault with the index
  public static List<String> of(Directory directory) throws IOException {
    try (CheckIndex check = new CheckIndex(directory)) {
      if (!check.checkIndex().clean) {
        throw new IOException("the index is damaged");
      }
    }
    IndexContents contents = new IndexContents();
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext part : reader.leaves()) {
        contents.addPart(part.reader());
      }
    }
    return contents.lines;
  }

  private void addPart(LeafReader part) throws IOException {
    lines.add("part of " + part.numDocs() + " in " + part.maxDoc());
    for (FieldInfo field : part.getFieldInfos()) {
      Terms terms = part.terms(field.name);
      if (terms != null) {
        addTerms(field.name, terms);
      }
      if (field.hasNorms()) {
        addLengths(field.name, Objects.requireNonNull(part.getNormValues(field.name)));
      }
    }
  }

  private void addTerms(String field, Terms terms) throws IOException {
    lines.add(
        String.join(
            " ",
            field,
            Long.toString(terms.size()),
            Long.toString(terms.getSumDocFreq()),
            Long.toString(terms.getSumTotalTermFreq()),
            Integer.toString(terms.getDocCount())));
    TermsEnum each = terms.iterator();
    for (BytesRef term = each.next(); term != null; term = each.next()) {
      StringBuilder line = new StringBuilder(field).append(' ').append(term.utf8ToString());
      PostingsEnum places = each.postings(null, PostingsEnum.POSITIONS);
      while (places.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        line.append("; ").append(places.docID()).append(" ×").append(places.freq());
        for (int i = 0; terms.hasPositions() && i < places.freq(); i++) {
          line.append(' ').append(places.nextPosition());
        }
      }
      lines.add(line.toString());
    }
  }

  private void addLengths(String field, NumericDocValues lengths) throws IOException {
    StringBuilder line = new StringBuilder(field).append(" lengths");
    while (lengths.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      line.append("; ").append(lengths.docID()).append(' ').append(lengths.longValue());
    }
    lines.add(line.toString());
  }
}
