package zhai.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.apache.lucene.util.IOConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhai.model.Change;

/// Changes handed out to several threads.
@Timeout(60)
final class HandoutTest {
  /// Removals of so many bookmarks, the numbers of the changes and of the bookmarks going on from
  /// those.
  private static List<Change> removals(int count, long seq, long bookmark) {
    return LongStream.range(0, count)
        .<Change>mapToObj(i -> new Change.Removed(seq + i, bookmark + i))
        .toList();
  }

  private static ReadAhead ahead(List<List<Change>> batches) {
    return ahead(batches, _ -> {});
  }

  /// @param asked told after which change each batch is asked for
  private static ReadAhead ahead(List<List<Change>> batches, LongConsumer asked) {
    Queue<List<Change>> left = new ConcurrentLinkedQueue<>(batches);
    return new ReadAhead(
        after -> {
          asked.accept(after);
          List<Change> next = left.poll();
          return next == null ? List.of() : next;
        },
        0);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "15, 0", "16, 0", "33, 1", "400, 400", "399, 3", "1000, 1000"})
  void everyChangeIsDoneOnceAndTheEndIsTold(int first, int second) throws IOException {
    Queue<Long> done = new ConcurrentLinkedQueue<>();
    try (ReadAhead ahead = ahead(List.of(removals(first, 1, 1), removals(second, first + 1, 1)))) {
      Handout handout = new Handout(ahead, 0);
      assertEquals(
          first + second, handout.give(Integer.MAX_VALUE, c -> done.add(c.seq()), () -> {}));
      assertEquals(first + second, handout.seq());
      assertEquals(0, handout.give(Integer.MAX_VALUE, c -> done.add(c.seq()), () -> {}));
    }
    assertEquals(
        LongStream.rangeClosed(1, first + second).boxed().toList(),
        done.stream().sorted().toList());
  }

  @Test
  void noMoreAreDoneThanAskedForAndTheRestTheNextTime() throws IOException {
    Queue<Long> done = new ConcurrentLinkedQueue<>();
    List<Integer> given = new ArrayList<>();
    try (ReadAhead ahead = ahead(List.of(removals(100, 1, 1), removals(50, 101, 101)))) {
      Handout handout = new Handout(ahead, 0);
      do {
        given.add(handout.give(70, c -> done.add(c.seq()), () -> {}));
        assertEquals(done.size(), handout.seq());
      } while (given.getLast() > 0);
    }
    assertEquals(List.of(70, 70, 10, 0), given);
  }

  /// The others go on only once the thread that fails has given up.
  @Test
  void afterAFailureNobodyTakesMore() {
    IOException full = new IOException("no space left on device");
    AtomicReference<Thread> failed = new AtomicReference<>();
    AtomicInteger done = new AtomicInteger();
    IOConsumer<Change> failing =
        change -> {
          if (change.seq() == 1) {
            failed.set(Thread.currentThread());
            throw full;
          }
          while (failed.get() == null || failed.get().getState() == Thread.State.RUNNABLE) {
            Thread.onSpinWait();
          }
          done.incrementAndGet();
        };
    int count = 40_000;
    try (ReadAhead ahead = ahead(List.of(removals(count, 1, 1)))) {
      Handout handout = new Handout(ahead, 0);
      assertSame(
          full, assertThrows(IOException.class, () -> handout.give(count, failing, () -> {})));
    }
    assertTrue(done.get() < count / 2, done + " were done");
  }

  /// The thread that has the first change of a bookmark holds it until another one either waits for
  /// it or has the second.
  @Test
  void twoChangesOfABookmarkAreNotWorkedOnAtOnce() throws IOException {
    List<Change> first = removals(64, 1, 1);
    List<Change> second = removals(1, 65, 1);
    AtomicBoolean secondBatchIsThere = new AtomicBoolean();
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    AtomicBoolean firstIsHeld = new AtomicBoolean();
    AtomicBoolean secondIsBegun = new AtomicBoolean();
    AtomicBoolean atOnce = new AtomicBoolean();
    IOConsumer<Change> holding =
        change -> {
          threads.add(Thread.currentThread());
          if (change.seq() == 1) {
            firstIsHeld.set(true);
            while (!secondIsBegun.get() && !(secondBatchIsThere.get() && waits(threads))) {
              Thread.onSpinWait();
            }
            firstIsHeld.set(false);
          } else if (change.seq() == 65) {
            atOnce.set(firstIsHeld.get());
            secondIsBegun.set(true);
          }
        };
    try (ReadAhead ahead =
        ahead(List.of(first, second), after -> secondBatchIsThere.set(after == 65))) {
      assertEquals(65, new Handout(ahead, 0).give(Integer.MAX_VALUE, holding, () -> {}));
    }
    assertFalse(atOnce.get());
  }

  private static boolean waits(Set<Thread> threads) {
    return threads.stream().anyMatch(thread -> thread.getState() == Thread.State.WAITING);
  }

  @Test
  void changesOutOfOrderAreRefused() {
    try (ReadAhead ahead = ahead(List.of(removals(20, 5, 1), removals(1, 7, 50)))) {
      Handout handout = new Handout(ahead, 4);
      assertThrows(
          IllegalArgumentException.class, () -> handout.give(Integer.MAX_VALUE, _ -> {}, () -> {}));
    }
  }
}
