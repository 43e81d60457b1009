package zhai.index;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/// One state of the index, open for reading; what others write meanwhile does not change it.
record OpenIndex(
    Path generation, DirectoryReader reader, IndexSearcher searcher, Watermark watermark)
    implements AutoCloseable {

  /// The generation's last commit, if it can be read and belongs to that library and this program.
  static Optional<OpenIndex> open(Path generation, String storeUuid) throws IOException {
    FSDirectory directory = FSDirectory.open(generation);
    try {
      DirectoryReader reader = new RememberingReader(DirectoryReader.open(directory));
      Optional<Watermark> watermark =
          Watermark.read(reader.getIndexCommit().getUserData()).filter(w -> w.fits(storeUuid));
      if (watermark.isEmpty()) {
        reader.close();
        directory.close();
      }
      return watermark.map(w -> new OpenIndex(generation, reader, searcher(reader), w));
    } catch (IOException | IllegalArgumentException e) {
      directory.close();
      if (isUnreadable(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /// Whether this is what Lucene says of an index that is damaged, incomplete, or of a version that
  /// it can't read; not what a disk says that fails.
  static boolean isUnreadable(Exception e) {
    return e instanceof CorruptIndexException
        || e instanceof IndexFormatTooOldException
        || e instanceof IndexFormatTooNewException
        || e instanceof EOFException
        || e instanceof FileNotFoundException
        || e instanceof NoSuchFileException
        || e instanceof IllegalArgumentException;
  }

  /// Reads every byte and compares it with the checksums, which Lucene does not do of itself. Takes
  /// a second for a hundred megabytes: for when something went wrong.
  boolean isDamaged() {
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
      return false;
    } catch (IOException | RuntimeException _) {
      return true;
    }
  }

  private static IndexSearcher searcher(DirectoryReader reader) {
    IndexSearcher searcher = new RememberingSearcher(reader);
    searcher.setQueryCache(null);
    return searcher;
  }

  /// Sums up each field once, not for each word that is looked for in it.
  private static final class RememberingSearcher extends IndexSearcher {
    private final Map<String, Optional<CollectionStatistics>> fields = new ConcurrentHashMap<>();

    RememberingSearcher(DirectoryReader reader) {
      super(reader);
    }

    @Override
    public @Nullable CollectionStatistics collectionStatistics(String field) throws IOException {
      Optional<CollectionStatistics> known = fields.get(field);
      if (known == null) {
        known = Optional.ofNullable(super.collectionStatistics(field));
        fields.put(field, known);
      }
      return known.orElse(null);
    }
  }

  /// The ids of all bookmarks in it.
  LongStream ids() throws IOException {
    LongStream.Builder ids = LongStream.builder();
    for (LeafReaderContext leaf : reader.leaves()) {
      Bits live = leaf.reader().getLiveDocs();
      NumericDocValues values = leaf.reader().getNumericDocValues(Documents.ID);
      while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (live == null || live.get(values.docID())) {
          ids.add(values.longValue());
        }
      }
    }
    return ids.build();
  }

  /// Another user of it until {@link #close} is called once more.
  void retain() {
    reader.incRef();
  }

  @Override
  public void close() throws IOException {
    reader.decRef();
    if (reader.getRefCount() == 0) {
      reader.directory().close();
    }
  }
}
