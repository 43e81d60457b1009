package zhai.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
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
      new ProcessBuilder("kill", "-" + name, "" + child.process().pid()).start().waitFor();
      assertEquals(128 + signal, child.code());
      assertEquals("", child.errors());
    }
    assertAllIsWell(ledger);
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
    try (Child child = Child.zhaiIntoPipe(folder, command.split(" "))) {
      child.process().getInputStream().read();
      child.process().getInputStream().close();
      assertEquals(0, child.code());
      assertEquals("", child.errors());
    }
    assertAllIsWell(new Ledger());
  }

  @Test
  void passesOnAPageQuietlyWhenNobodyReadsOn() throws Exception {
    try (TestWeb web = new TestWeb()) {
      web.article("blog.example.org/long", "Long", "a line of a long page. ".repeat(20_000));
      new Zhai(folder, web).run("add", "https://blog.example.org/long");
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
      Object[] numbers = java.util.stream.IntStream.range(0, 20).boxed().toArray();
      zhai.withInput(pages.formatted(numbers))
          .run(
              java.util.stream.Stream.concat(
                      java.util.Arrays.stream(add), java.util.stream.Stream.of("-"))
                  .toArray(String[]::new));
    }
  }

  private void assertAllIsWell(Ledger ledger) throws IOException {
    try (TestWeb web = new TestWeb()) {
      Afterwards afterwards = Afterwards.of(new Zhai(folder, web), ledger);
      assertTrue(afterwards.isWell(), afterwards.toString());
    }
  }
}
