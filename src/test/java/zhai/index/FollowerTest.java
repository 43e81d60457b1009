package zhai.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhai.exchange.Dossiers;
import zhai.index.packed.IndexContents;
import zhai.model.Change;

/// What a generation holds after changes were followed.
class FollowerTest {
  private static final String UUID = "0190f5c4-0000-7000-8000-000000000000";

  /// Few enough not to be handed out to several threads, whose turns would number them.
  private static final int SOME = Handout.MANY - 1;

  @TempDir Path folder;

  @Test
  void isWhatLuceneMakesOfTheDocuments() throws IOException {
    List<Change> changes =
        LongStream.rangeClosed(1, SOME)
            .<Change>mapToObj(seq -> new Change.Put(seq, Dossiers.any(seq).entry()))
            .toList();
    Files.createDirectory(folder.resolve("followed"));
    try (Follower follower = Follower.open(folder.resolve("followed"), UUID, 0)) {
      follower.follow(SOME, seq -> changes.subList((int) seq, SOME));
    }
    assertEquals(contents(lucenes(changes)), contents(folder.resolve("followed")));
  }

  private Path lucenes(List<Change> changes) throws IOException {
    Path expected = folder.resolve("expected");
    IndexWriterConfig config = new IndexWriterConfig(Analysis.byField(UnaryOperator.identity()));
    try (Directory directory = FSDirectory.open(expected);
        IndexWriter writer = new IndexWriter(directory, config)) {
      for (Change change : changes) {
        Change.Put put = (Change.Put) change;
        writer.updateDocument(Documents.key(put.bookmarkId()), Documents.of(put.entry()));
      }
    }
    return expected;
  }

  private static List<String> contents(Path index) throws IOException {
    try (Directory directory = FSDirectory.open(index)) {
      return IndexContents.of(directory);
    }
  }
}
