package zhai.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.tests.store.MockDirectoryWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import zhai.query.QueryParser;
import zhai.survival.InMemory;

/// The power goes while the index follows the store, on Lucene's own disk for such tests: it
/// deletes, empties, cuts or damages files that were not synced, and fails now and then before.
/// Whatever is left, the next one who comes gets the right answers.
class IndexCrashTest {
  private static final int CRASHES = Integer.getInteger("zhai.indexCrashes", 20);
  private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-31T12:00:00Z");
  private static final String UUID = "a";
  private static final int PAGES = 12;

  @TempDir(factory = InMemory.class)
  Path folder;

  /// A store that changes, and what was in it after each change.
  private static final class History {
    final Bookmarks bookmarks = new Bookmarks();
    final List<Set<Long>> states = new ArrayList<>(List.of(Set.of()));
    final Random random;

    History(Random random) {
      this.random = random;
    }

    void goOn() {
      for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
        Set<Long> state = new TreeSet<>(states.getLast());
        long id = random.nextInt(PAGES);
        if (state.contains(id) && random.nextInt(3) == 0) {
          bookmarks.remove(id);
          state.remove(id);
        } else {
          bookmarks.text(id, "知识 of change " + states.size() + " more words".repeat(50));
          state.add(id);
        }
        states.add(state);
      }
    }

    /// What is there after a change, as a search finds it.
    List<Long> at(long seq) {
      return List.copyOf(states.get((int) seq));
    }
  }

  /// What became of an index.
  private enum Left {
    NONE,
    BEHIND,
    WHOLE
  }

  @Test
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void afterACrashTheIndexOpensOrIsBuiltAnewAndAnswersRightly() throws Exception {
    List<Left> left = new ArrayList<>();
    Random seeds = new Random(20260104);
    for (int i = 0; i < CRASHES; i++) {
      left.add(crash(folder.resolve("lucene" + i), new Random(seeds.nextLong())));
    }
    System.out.printf(
        "suite index crash: %d crashes, after which the index was %s; 0 ahead, 0 wrong answers%n",
        CRASHES, left.stream().collect(Collectors.groupingBy(it -> it, Collectors.counting())));
  }

  private static Left crash(Path place, Random random) throws IOException {
    History history = new History(random);
    if (random.nextBoolean()) {
      history.goOn();
      try (SearchIndex index = SearchIndex.open(place, UUID)) {
        history.bookmarks.catchUp(index);
      }
    }
    followOnABadDisk(place, history);
    try (SearchIndex index = SearchIndex.open(place, UUID)) {
      long indexed = index.indexedSeq();
      long latest = history.bookmarks.latest();
      assertTrue(indexed <= latest, indexed + " is ahead of " + latest);
      assertEquals(history.at(indexed), found(index));
      history.goOn();
      history.bookmarks.catchUp(index);
      assertEquals(history.bookmarks.latest(), index.indexedSeq());
      assertEquals(history.at(history.bookmarks.latest()), found(index));
      assertEquals(List.of(), index.check(true));
      return indexed == 0 ? Left.NONE : indexed < latest ? Left.BEHIND : Left.WHOLE;
    }
  }

  /// As {@link SearchIndex} does it, up to some moment.
  private static void followOnABadDisk(Path place, History history) throws IOException {
    Generations generations = new Generations(place);
    try (Generations.Held _ = generations.tryLock().orElseThrow()) {
      boolean anew = generations.current().isEmpty();
      Path generation = anew ? generations.create() : generations.current().orElseThrow();
      Random random = history.random;
      MockDirectoryWrapper disk = new MockDirectoryWrapper(random, FSDirectory.open(generation));
      disk.setCheckIndexOnClose(false);
      disk.setAssertNoUnrefencedFilesOnClose(false);
      long indexed = anew ? 0 : history.bookmarks.latest();
      Follower follower = Follower.open(disk, UUID, indexed);
      try {
        follow(follower, history, disk);
        if (anew && random.nextBoolean()) {
          generations.install(generation);
        }
        history.goOn();
        followUntil(1 + random.nextInt(4), follower, history.bookmarks);
      } catch (IOException | PowerGone _) {
        // The power goes after this as it does when nothing had failed.
      }
      disk.crash();
      closeWithoutPower(follower);
    }
  }

  private static void follow(Follower follower, History history, MockDirectoryWrapper disk)
      throws IOException {
    for (int rounds = 1 + history.random.nextInt(4); rounds > 0; rounds--) {
      history.goOn();
      int followed = follower.follow(history.bookmarks.latest(), history.bookmarks::after);
      follower.gather(followed);
    }
    disk.setRandomIOExceptionRate(history.random.nextInt(3) == 0 ? 0.02 : 0);
  }

  private static void closeWithoutPower(Follower follower) {
    try {
      follower.close();
    } catch (IOException | RuntimeException _) {
      // A disk without power takes nothing any more; this only gives back the lock.
    }
  }

  private static final class PowerGone extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static void followUntil(int batches, Follower follower, Bookmarks bookmarks)
      throws IOException {
    int[] left = {batches};
    follower.follow(
        bookmarks.latest(),
        seq -> {
          if (--left[0] < 0) {
            throw new PowerGone();
          }
          return bookmarks.after(seq);
        });
  }

  private static List<Long> found(SearchIndex index) {
    return index.search(QueryParser.parse("知识"), SearchOptions.best(PAGES, NOW)).hits().stream()
        .map(Hit::id)
        .sorted()
        .toList();
  }
}
