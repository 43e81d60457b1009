package zhai.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongFunction;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import zhai.index.packed.Packing;
import zhai.model.Change;

/// Writes the store's changes into one generation of the index, in order, and commits them together
/// with the watermark.
final class Follower implements AutoCloseable {
  /// A commit stops all writing until it is on the disk, and leaves a part for each core that has
  /// to be put together with others later. Stopped before one, this much has to be followed again:
  /// half a minute's work.
  private static final int CHANGES_PER_COMMIT = 50_000;

  private static final int MIB = 1 << 20;

  /// What is written is held back in so much memory: what comes of it then need not be put together
  /// again and again. A tenth of what Java may have, where that is not too little or a waste: once
  /// it is taken apart to be written, it is three times as much.
  private static final int BUFFER_MB =
      Math.clamp(Runtime.getRuntime().maxMemory() / 10 / MIB, 16, 256);

  /// In an index of which at least this share was just written, small parts are put together; the
  /// rest is then rewritten so seldom that it costs no more than its share.
  private static final double MOSTLY_NEW = 0.5;

  /// From here on a part is left as it is. Each part costs a query its lookups, but in a large one
  /// they are little beside the rest.
  private static final long LARGE_BYTES = 64L * MIB;

  private final Directory directory;
  private final IndexWriter writer;
  private final String storeUuid;

  /// An index that is built anew is of use to nobody before it is whole.
  private final int changesPerCommit;

  private long seq;

  private Follower(Directory directory, IndexWriter writer, String storeUuid, long seq) {
    this.directory = directory;
    this.writer = writer;
    this.storeUuid = storeUuid;
    this.changesPerCommit = seq == 0 ? Integer.MAX_VALUE : CHANGES_PER_COMMIT;
    this.seq = seq;
  }

  /// Parts that are put together in the background. When that fails the writer says so at its next
  /// step; the thread need not print it, too.
  private static final class QuietMerges extends ConcurrentMergeScheduler {
    @Override
    protected void handleMergeException(Throwable failure) {}
  }

  /// Opens a generation for writing.
  ///
  /// @param seq the last change that it has
  static Follower open(Path generation, String storeUuid, long seq) throws IOException {
    return open(FSDirectory.open(generation), storeUuid, seq);
  }

  /// The same for a generation wherever it is; the directory is closed with the follower.
  static Follower open(Directory directory, String storeUuid, long seq) throws IOException {
    try {
      Packing packing = new Packing(TextField::isIndexedAs);
      IndexWriterConfig config =
          packing
              .config(Analysis.byField(packing::analyzer))
              .setRAMBufferSizeMB(BUFFER_MB)
              .setMergeScheduler(new QuietMerges())
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
  /// @throws IOException if the disk fails, be it in the background; then only closing is left
  int follow(long latestSeq, LongFunction<List<Change>> changesAfter) throws IOException {
    try {
      return followAll(latestSeq, changesAfter);
    } catch (IllegalStateException e) {
      throw asFailed(e);
    }
  }

  /// Puts the small parts of the index together to one, if most of it is new. Each core writes
  /// parts of its own, and a query looks each word up in every part: in a small library that is
  /// most of what it does.
  ///
  /// @param written how many changes were written since that was done last
  /// @throws IOException as in {@link #follow}
  void gather(int written) throws IOException {
    try {
      if (isMostlyNew(written)) {
        writer.forceMerge(largeParts() + 1);
        commit();
      }
    } catch (IllegalStateException e) {
      throw asFailed(e);
    }
  }

  /// What the disk said, where that is why the writer can't be used any more.
  private IOException asFailed(IllegalStateException e) {
    if (writer.getTragicException() instanceof IOException failed) {
      return failed;
    }
    throw e;
  }

  /// Each thread writes to the disk itself what it held back: a commit would write one after the
  /// other.
  private int followAll(long latestSeq, LongFunction<List<Change>> changesAfter)
      throws IOException {
    int followed = 0;
    try (ReadAhead ahead = new ReadAhead(changesAfter, seq)) {
      Handout changes = new Handout(ahead, seq);
      int some;
      do {
        some = changes.give(changesPerCommit, this::write, writer::flushNextBuffer);
        followed += some;
        seq = some < changesPerCommit ? Math.max(changes.seq(), latestSeq) : changes.seq();
        commit();
      } while (some == changesPerCommit);
    }
    return followed;
  }

  private boolean isMostlyNew(int written) {
    return written >= Handout.MANY && written >= MOSTLY_NEW * writer.getDocStats().maxDoc;
  }

  private int largeParts() throws IOException {
    int large = 0;
    for (SegmentCommitInfo part : SegmentInfos.readLatestCommit(directory)) {
      large += part.sizeInBytes() >= LARGE_BYTES ? 1 : 0;
    }
    return large;
  }

  private void write(Change change) throws IOException {
    Term key = Documents.key(change.bookmarkId());
    switch (change) {
      case Change.Put(long _, var entry) -> writer.updateDocument(key, Documents.of(entry));
      case Change.Removed _ -> writer.deleteDocuments(key);
    }
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
