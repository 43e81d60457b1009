package zhai.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import zhai.index.IndexFinding.Kind;

/// Looks for damage in the current generation.
///
/// @param usable whether the index opens and belongs to the library
record IndexCheck(Generations generations, boolean usable) {

  List<IndexFinding> run(boolean readData) throws IOException {
    if (!usable) {
      return finding(Kind.ABSENT, "there is no search index that can be used; it will be built");
    }
    Optional<Path> generation = generations.current();
    if (!readData || generation.isEmpty()) {
      return List.of();
    }
    try (FSDirectory directory = FSDirectory.open(generation.get());
        Lock lock = directory.obtainLock("write.lock");
        CheckIndex check = new CheckIndex(directory, lock)) {
      return verdict(check.checkIndex());
    } catch (LockObtainFailedException _) {
      return finding(Kind.BUSY, "the search index is being written; it was not examined");
    } catch (IOException | RuntimeException e) {
      return finding(Kind.DAMAGED, "the search index can't be read: " + e.getMessage());
    }
  }

  private static List<IndexFinding> verdict(CheckIndex.Status status) {
    return status.clean
        ? List.of()
        : finding(
            Kind.DAMAGED,
            "the search index is damaged (%d of %d parts)"
                .formatted(status.numBadSegments, status.numSegments));
  }

  private static List<IndexFinding> finding(Kind kind, String detail) {
    return List.of(new IndexFinding(kind, detail));
  }
}
