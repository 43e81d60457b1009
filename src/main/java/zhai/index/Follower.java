package zhai.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongFunction;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import zhai.model.Change;

/// Writes the store's changes into one generation of the index, in order, and commits them together
/// with the watermark.
final class Follower implements AutoCloseable {
  private static final int CHANGES_PER_COMMIT = 5_000;
  private static final double BUFFER_MB = 64;

  private final FSDirectory directory;
  private final IndexWriter writer;
  private final String storeUuid;
  private long seq;

  private Follower(FSDirectory directory, IndexWriter writer, String storeUuid, long seq) {
    this.directory = directory;
    this.writer = writer;
    this.storeUuid = storeUuid;
    this.seq = seq;
  }

  /// Opens a generation for writing.
  ///
  /// @param seq the last change that it has
  static Follower open(Path generation, String storeUuid, long seq) throws IOException {
    FSDirectory directory = FSDirectory.open(generation);
    try {
      IndexWriterConfig config =
          new IndexWriterConfig(Analysis.byField())
              .setRAMBufferSizeMB(BUFFER_MB)
              .setCommitOnClose(false);
      return new Follower(directory, new IndexWriter(directory, config), storeUuid, seq);
    } catch (IOException | IllegalArgumentException e) {
      directory.close();
      throw e;
    }
  }

  /// Follows to the end.
  ///
  /// @param latestSeq where the store was when this began: where the watermark stands at the end if
  ///   no change told so
  /// @return how many changes were followed
  int follow(long latestSeq, LongFunction<List<Change>> changesAfter) throws IOException {
    int followed = 0;
    int uncommitted = 0;
    List<Change> batch = changesAfter.apply(seq);
    while (!batch.isEmpty()) {
      for (Change change : batch) {
        apply(change);
      }
      followed += batch.size();
      uncommitted += batch.size();
      if (uncommitted >= CHANGES_PER_COMMIT) {
        commit();
        uncommitted = 0;
      }
      batch = changesAfter.apply(seq);
    }
    seq = Math.max(seq, latestSeq);
    commit();
    return followed;
  }

  private void apply(Change change) throws IOException {
    if (change.seq() <= seq) {
      throw new IllegalArgumentException("change " + change.seq() + " does not follow " + seq);
    }
    switch (change) {
      case Change.Put(long _, var entry) ->
          writer.updateDocument(Documents.key(entry.bookmark().id()), Documents.of(entry));
      case Change.Removed(long _, long bookmarkId) ->
          writer.deleteDocuments(Documents.key(bookmarkId));
    }
    seq = change.seq();
  }

  private void commit() throws IOException {
    writer.setLiveCommitData(Watermark.of(seq, storeUuid).userData().entrySet());
    writer.commit();
  }

  @Override
  public void close() throws IOException {
    try (directory) {
      writer.close();
    }
  }
}
