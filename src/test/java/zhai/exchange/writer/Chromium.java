package zhai.exchange.writer;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import zhai.fetch.Browser;
import zhai.fetch.FetchOptions;

/// An installed browser that opens a page from the disk as a person would, and what came of it.
/// Whatever it asks for is written down and answered by nobody. Where none is installed, a test
/// that needs it says that it was skipped.
final class Chromium {
  private static final int SECONDS = 60;

  private static final List<String> SWITCHES =
      List.of(
          "--headless",
          "--dump-dom",
          "--virtual-time-budget=5000",
          "--window-size=400,800",
          "--enable-logging=stderr",
          "--no-first-run",
          "--no-default-browser-check",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-default-apps",
          "--disable-extensions",
          "--disable-sync",
          "--disable-gpu",
          "--proxy-bypass-list=<-loopback>");

  private final Path program;

  private Chromium(Path program) {
    this.program = program;
  }

  /// What came of a page in a narrow window.
  ///
  /// @param dom the page after its scripts have run
  /// @param console what the browser or the page complained of
  /// @param requests the first line of each request that left, also of the browser's own
  record Shown(String dom, List<String> console, List<String> requests) {}

  static Chromium installed() {
    Optional<Browser> browser =
        Browser.find(System.getenv(), FetchOptions.defaults(), Clock.systemUTC());
    assumeTrue(browser.isPresent(), "no Chromium, Chrome or Edge is installed here");
    return new Chromium(browser.get().program());
  }

  Shown open(Path page) throws IOException, InterruptedException {
    Path scratch = Files.createTempDirectory("zhai-chromium-");
    try (Listener listener = Listener.open()) {
      Path dom = scratch.resolve("dom");
      Path errors = scratch.resolve("errors");
      Process process =
          new ProcessBuilder(command(page, scratch, listener.port()))
              .redirectOutput(dom.toFile())
              .redirectError(errors.toFile())
              .start();
      boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      assertTrue(ended, "the browser did not end");
      List<String> console =
          Files.readString(errors).lines().filter(it -> it.contains(":CONSOLE")).toList();
      return new Shown(Files.readString(dom), console, List.copyOf(listener.lines));
    } finally {
      remove(scratch);
    }
  }

  private List<String> command(Path page, Path scratch, int port) {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(SWITCHES);
    command.add("--user-data-dir=" + scratch.resolve("profile"));
    command.add("--proxy-server=127.0.0.1:" + port);
    if ("root".equals(System.getProperty("user.name"))) {
      command.add("--no-sandbox");
    }
    command.add(page.toUri().toString());
    return command;
  }

  // Its other processes may still be writing when the first one has ended.
  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        File file = path.toFile();
        if (!file.delete()) {
          file.deleteOnExit();
        }
      }
    }
  }

  /// A proxy that passes nothing on.
  private record Listener(ServerSocket socket, List<String> lines) implements AutoCloseable {
    static Listener open() throws IOException {
      ServerSocket socket = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
      Listener listener = new Listener(socket, Collections.synchronizedList(new ArrayList<>()));
      Thread.ofVirtual().start(listener::listen);
      return listener;
    }

    int port() {
      return socket.getLocalPort();
    }

    private void listen() {
      while (!socket.isClosed()) {
        try (Socket client = socket.accept()) {
          client.setSoTimeout(1_000);
          InputStreamReader bytes =
              new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1);
          lines.add(String.valueOf(new BufferedReader(bytes).readLine()));
        } catch (IOException e) {
          lines.add(socket.isClosed() ? "closed" : e.toString());
        }
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
