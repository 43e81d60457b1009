package zhai.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.jspecify.annotations.Nullable;

/// Single values of single documents, by Lucene's number of the document.
record Columns(IndexReader reader) {

  /// The bookmark's number.
  long id(int document) {
    LeafReaderContext leaf = leaf(document);
    try {
      NumericDocValues ids = DocValues.getNumeric(leaf.reader(), Documents.ID);
      if (!ids.advanceExact(document - leaf.docBase)) {
        throw new IllegalStateException("a document without an id");
      }
      return ids.longValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// When the bookmark was added, in milliseconds since the epoch.
  long added(int document) {
    LeafReaderContext leaf = leaf(document);
    LeafReader values = leaf.reader();
    try {
      SortedNumericDocValues added = DocValues.getSortedNumeric(values, Documents.ADDED);
      return added.advanceExact(document - leaf.docBase) ? added.nextValue() : Long.MIN_VALUE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The page's text in short; null if there is none.
  @Nullable Sketch sketch(int document) {
    LeafReaderContext leaf = leaf(document);
    try {
      BinaryDocValues sketches = DocValues.getBinary(leaf.reader(), Documents.SKETCH);
      return sketches.advanceExact(document - leaf.docBase)
          ? Sketch.read(sketches.binaryValue())
          : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LeafReaderContext leaf(int document) {
    return reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
  }
}
