package zhai.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import zhai.cli.Zhai;
import zhai.loopback.TestWeb;

/// `zhai add` is killed with SIGKILL at any moment of its life, again and again, on a library that
/// grows. This shows what survives the end of the process; the end of the power is another matter,
/// since what was written but not synced survives a kill.
class KillTest {
  private static final int TRIALS = Integer.getInteger("zhai.trials", 12);
  private static final int TRIALS_ON_ONE_LIBRARY = 20;
  private static final int NEW_PAGES = 4;

  @TempDir Path folder;
  private TestWeb web;
  private Ledger ledger = new Ledger();

  @BeforeEach
  void startTheWeb() throws IOException {
    web = new TestWeb();
  }

  @AfterEach
  void stopTheWeb() {
    web.close();
  }

  @Test
  @Timeout(value = 2, unit = TimeUnit.HOURS)
  void whatWasCalledStoredSurvivesAKillAtAnyMoment() throws Exception {
    long whole = millisWhenUndisturbed();
    Random random = new Random(20260104);
    int[] moments = new int[Moment.values().length];
    List<Afterwards> harm = new ArrayList<>();
    int acknowledged = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      if (trial % TRIALS_ON_ONE_LIBRARY == 0) {
        ledger = new Ledger();
      }
      Path library = folder.resolve("library" + trial / TRIALS_ON_ONE_LIBRARY);
      try (Child child = add(library, trial)) {
        boolean ended = child.endsWithin(random.nextLong(whole));
        child.kill();
        acknowledged += ledger.enter(child.lines(), words(trial));
        moments[Moment.of(ended, child.lines()).ordinal()]++;
      }
      Afterwards afterwards = Afterwards.of(new Zhai(library, web), ledger);
      if (!afterwards.isWell()) {
        harm.add(afterwards);
      }
    }
    System.out.println(report(acknowledged, moments, harm));
    assertEquals(List.of(), harm);
  }

  /// How far the program had come, by what it had printed.
  private enum Moment {
    NOTHING_STORED,
    STORING,
    READING_PAGES,
    ALL_PAGES_READ,
    ENDED;

    static Moment of(boolean ended, List<String> lines) {
      long stored = lines.stream().filter(line -> line.matches("(stored|joined) .*")).count();
      if (ended) {
        return ENDED;
      }
      if (stored < NEW_PAGES) {
        return stored == 0 ? NOTHING_STORED : STORING;
      }
      return lines.size() < stored + NEW_PAGES ? READING_PAGES : ALL_PAGES_READ;
    }
  }

  private static String report(int acknowledged, int[] moments, List<Afterwards> harm) {
    StringBuilder when = new StringBuilder();
    for (Moment moment : Moment.values()) {
      when.append(" %s %d".formatted(moment, moments[moment.ordinal()]));
    }
    return "process kill: %d trials (%s), %d acknowledged, %d lost, %d doubled, %d unsound, %d manual steps"
        .formatted(
            TRIALS,
            when.substring(1),
            acknowledged,
            harm.stream().mapToInt(it -> it.lost().size()).sum(),
            harm.stream().mapToInt(it -> it.doubled().size()).sum(),
            harm.stream().mapToInt(it -> it.unsound().size()).sum(),
            harm.stream().mapToInt(it -> it.stuck().size()).sum());
  }

  /// The second of two runs: the first one also reads Java itself from the disk.
  private long millisWhenUndisturbed() throws Exception {
    long millis = 0;
    for (int run = 0; run < 2; run++) {
      long start = System.nanoTime();
      try (Child child = add(folder.resolve("undisturbed"), run)) {
        assertEquals(0, child.code(), child.errors());
      }
      millis = (System.nanoTime() - start) / 1_000_000;
    }
    return millis;
  }

  /// New pages, and two of the trial before: the kill may have caught those half done.
  private Child add(Path library, int trial) throws IOException {
    IntStream.range(0, NEW_PAGES).forEach(page -> write(name(trial, page), trial));
    Stream<String> urls =
        Stream.concat(
            IntStream.range(0, NEW_PAGES).mapToObj(page -> name(trial, page)),
            trial == 0 ? Stream.of() : Stream.of(name(trial - 1, 0), name(trial - 1, 3)));
    return Child.zhai(
        library,
        Stream.of(
                Stream.of("add"),
                urls.map(name -> web.gateway() + "/" + name),
                Stream.of(words(trial).asOptions()))
            .flatMap(arguments -> arguments)
            .toArray(String[]::new));
  }

  private static String name(int trial, int page) {
    return "trial-%d/page-%d".formatted(trial, page);
  }

  private void write(String name, int trial) {
    web.article(
        name,
        "第%d次试验的一页 %s".formatted(trial, name),
        words(trial).excerpt(),
        "当检索片段与模型内部知识冲突时，模型更相信谁？".repeat(40));
  }

  private static Ledger.Words words(int trial) {
    return new Ledger.Words(
        "知识蒸馏保留推理，小模型两样都学，第%d次。".formatted(trial),
        "%s note %d".formatted(Afterwards.WORD, trial),
        "trial-" + trial);
  }
}
