package zhai.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.cli.Zhai;
import zhai.loopback.TestWeb;

/// The program is asked to stop: by Ctrl-C, by the system, by whoever read its output.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no such signals")
class SignalTest {
  /// What an export says when its file is there whole; the signal may come after that.
  private static final Pattern DONE = Pattern.compile("\\d+ bookmarks written to \\S+\\R");

  private static final int SIGNALS = Integer.getInteger("zhai.signals", 3);
  private static final List<Deed> SOME = List.of(Deed.ADD, Deed.IMPORT_BOOKMARKS, Deed.BACKUP);
  private static final Ledger.Words WORDS =
      new Ledger.Words("picked", Afterwards.WORD + " kept", "signal");

  @TempDir Path folder;

  /// It waits for a page that never comes: the server lets it connect and is silent.
  @ParameterizedTest
  @CsvSource({"INT, 2", "TERM, 15"})
  void endsAtOnceAndQuietlyWithItsWordsKept(String name, int signal) throws Exception {
    assumeFalse(isIgnoredHere(signal), "SIG" + name + " is ignored where the tests were started");
    InetAddress loopback = InetAddress.getLoopbackAddress();
    Ledger ledger = new Ledger();
    try (ServerSocket silent = new ServerSocket(0, 1, loopback);
        Child child = Child.zhaiIntoPipe(folder, add(silent.getLocalPort()));
        BufferedReader out = child.process().inputReader()) {
      assertEquals(1, ledger.enter(List.of(out.readLine()), WORDS));
      silent.accept().getInputStream().read();
      child.signal(name);
      assertEquals(128 + signal, child.code());
      assertEquals("", child.errors());
    }
    assertAllIsWell(ledger);
  }

  /// What it was doing is done or not, whole; it says nothing, least of all where it stood.
  @ParameterizedTest
  @CsvSource({"INT, 2", "TERM, 15"})
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void leavesAllInOrderWheneverItIsAskedToStop(String name, int signal) throws Exception {
    assumeFalse(isIgnoredHere(signal), "SIG" + name + " is ignored where the tests were started");
    List<Deed> deeds = SIGNALS < Deed.values().length ? SOME : Deed.wanted();
    try (TestWeb web = new TestWeb()) {
      Map<Deed, Rehearsal> rehearsals = Rehearsal.all(deeds, folder, web);
      Moments moments = new Moments(rehearsals, folder);
      List<Callable<Trial.Found>> trials = new ArrayList<>();
      for (int trial = 0; trial < SIGNALS; trial++) {
        Deed deed = deeds.get(trial % deeds.size());
        List<Stop> stop = List.of(new Stop.Asked(name, deed, moments));
        Path place = folder.resolve("trial-" + trial);
        trials.add(() -> Trial.run(Objects.requireNonNull(rehearsals.get(deed)), stop, place));
      }
      Figures figures = new Figures("SIG" + name, "signals", SideBySide.run(trials));
      System.out.println(figures);
      assertEquals(List.of(), figures.harm());
      for (Trial.Found found : figures.trials()) {
        assertEndedQuietly(found.ends().getFirst(), 128 + signal);
      }
    }
  }

  private static void assertEndedQuietly(Trial.End end, int code) {
    assertTrue(end.code() == code || end.code() == 0, end::toString);
    assertFalse(end.errors().contains("\tat "), end::errors);
    assertTrue(
        end.code() == 0 || end.errors().isEmpty() || DONE.matcher(end.errors()).matches(),
        end::errors);
  }

  private static String[] add(int port) {
    String url = "http://127.0.0.1:%d/silent".formatted(port);
    return new String[] {"add", url, "-x", WORDS.excerpt(), "-n", WORDS.note(), "-t", WORDS.tag()};
  }

  /// A process inherits what was ignored by the one that started it, as background jobs of a shell
  /// ignore Ctrl-C.
  private static boolean isIgnoredHere(int signal) throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
        .anyMatch(ignored -> (ignored >> (signal - 1) & 1) == 1);
  }

  /// Each of these prints more than a pipe holds.
  @ParameterizedTest
  @ValueSource(strings = {"list --limit 1000", "export", "export --format jsonl", "show 1 --json"})
  void endsQuietlyWhenNobodyReadsOn(String command) throws Exception {
    fill();
    Random random = new Random(20260104);
    for (int time = 0; time < Math.max(1, SIGNALS / 4); time++) {
      try (Child child = Child.zhaiIntoPipe(folder, command.split(" "))) {
        child.process().getInputStream().readNBytes(1 + random.nextInt(10_000));
        child.process().getInputStream().close();
        assertEquals(0, child.code());
        assertEquals("", child.errors());
      }
    }
    assertAllIsWell(new Ledger());
  }

  @Test
  void passesOnAPageQuietlyWhenNobodyReadsOn() throws Exception {
    try (TestWeb web = new TestWeb()) {
      web.article("blog.example.org/long", "Long", "a line of a long page. ".repeat(20_000));
      Zhai.Ran ran = new Zhai(folder, web).run("add", "https://blog.example.org/long");
      assertEquals(0, ran.code(), ran::toString);
    }
    try (Child child = Child.zhaiIntoPipe(folder, "show", "1", "--source")) {
      child.process().getInputStream().read();
      child.process().getInputStream().close();
      assertEquals(0, child.code());
      assertEquals("", child.errors());
    }
  }

  private void fill() throws IOException {
    String[] add = {
      "add", "--no-fetch", "--title", "long ".repeat(2000), "-n", "x".repeat(200_000)
    };
    try (TestWeb web = new TestWeb()) {
      Zhai zhai = new Zhai(folder, web);
      String pages = "https://blog.example.org/%d\n".repeat(20);
      Object[] numbers = IntStream.range(0, 20).boxed().toArray();
      zhai.withInput(pages.formatted(numbers))
          .run(Stream.concat(Arrays.stream(add), Stream.of("-")).toArray(String[]::new));
    }
  }

  private void assertAllIsWell(Ledger ledger) throws IOException {
    try (TestWeb web = new TestWeb()) {
      Afterwards afterwards = Afterwards.of(new Zhai(folder, web), ledger);
      assertTrue(afterwards.isWell(), afterwards.toString());
    }
  }
}
