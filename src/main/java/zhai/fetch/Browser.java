package zhai.fetch;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import zhai.fetch.FetchOutcome.Fetched;
import zhai.fetch.FetchOutcome.Reason;
import zhai.fetch.FetchOutcome.Unreachable;
import zhai.model.Bytes;
import zhai.model.Snapshot;
import zhai.model.Snapshot.Header;

/// An installed Chromium, Chrome or Edge, for pages that show nothing without their scripts.
///
/// It runs without a window, with an empty profile in a temporary folder that is removed, and with
/// all its connections through our {@link Gate}. Of the {@link FetchOptions} the time, the decoded
/// size, the User-Agent and the private addresses hold; cookies and the gateway don't.
public final class Browser {
  /// Chromium's own page for an address it could not open.
  private static final Pattern ERROR_PAGE =
      Pattern.compile("<body\\b[^>]*\\bclass=\"neterror\"|<div id=\"main-frame-error\"");

  /// Why each: see the list of switches at peter.sh/experiments/chromium-command-line-switches.
  private static final List<String> SWITCHES =
      List.of(
          "--headless",
          "--dump-dom",
          "--virtual-time-budget=10000",
          "--no-first-run",
          "--no-default-browser-check",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-default-apps",
          "--disable-extensions",
          "--disable-sync",
          "--disable-quic",
          "--disable-gpu",
          "--disable-breakpad",
          "--password-store=basic",
          "--use-mock-keychain",
          "--lang=zh-CN",
          "--blink-settings=imagesEnabled=false",
          "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
          "--proxy-bypass-list=<-loopback>");

  private final Path program;
  private final FetchOptions options;
  private final InstantSource clock;

  private Browser(Path program, FetchOptions options, InstantSource clock) {
    this.program = program;
    this.options = options;
    this.clock = clock;
  }

  /// Looks for a browser: the one that `ZHAI_BROWSER` names, else where they usually are.
  ///
  /// @param environment the process's environment variables
  /// @return empty if there is none
  public static Optional<Browser> find(
      Map<String, String> environment, FetchOptions options, InstantSource clock) {
    return BrowserPrograms.find(environment).map(path -> new Browser(path, options, clock));
  }

  /// The program that is run.
  public Path program() {
    return program;
  }

  /// Opens a page, and takes its DOM after its scripts have run: always UTF-8, status 0, and with
  /// the address asked for, since the browser doesn't tell where redirects led.
  public FetchOutcome open(FetchRequest request) {
    List<String> hops = List.of(request.address());
    HttpUrl url = WebAddress.parse(request.address());
    if (url == null) {
      return new Unreachable(Reason.ADDRESS, "not an http(s) address", hops);
    }
    try {
      Reach reach = new Reach(options, AddressTable.standard(), Dns.SYSTEM);
      Level ceiling = reach.ceilingOf(request.provenance(), url);
      reach.checkResolved(url, reach.ceilingAt(url, ceiling));
      return show(url, reach, ceiling);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Unreachable(Reason.INTERRUPTED, "interrupted", hops);
    } catch (IOException e) {
      return Failure.outcome(e, hops);
    }
  }

  private FetchOutcome show(HttpUrl url, Reach reach, Level ceiling)
      throws IOException, InterruptedException {
    Path profile = Files.createTempDirectory("zhai-browser-");
    try (Gate gate = Gate.open(reach, ceiling)) {
      ProcessBuilder command = new ProcessBuilder(command(profile, gate, url));
      Bytes dom = new BrowserRun(options.limits()).output(command);
      return outcome(url, dom, gate);
    } finally {
      remove(profile);
    }
  }

  private FetchOutcome outcome(HttpUrl url, Bytes dom, Gate gate) {
    List<String> hops = List.of(url.toString());
    if (dom.isEmpty() || ERROR_PAGE.matcher(text(dom)).find()) {
      return gate.failureOf(url.host())
          .map(failure -> Failure.outcome(failure, hops))
          .orElseGet(() -> new Unreachable(Reason.BROWSER, program + " showed nothing", hops));
    }
    Header type = new Header("Content-Type", "text/html; charset=utf-8");
    Snapshot snapshot =
        new Snapshot(
            url.toString(), Snapshot.Origin.BROWSER, 0, List.of(type), dom, clock.instant());
    return new Fetched(snapshot, hops);
  }

  private static String text(Bytes dom) {
    return new String(dom.toArray(), StandardCharsets.UTF_8);
  }

  private List<String> command(Path profile, Gate gate, HttpUrl url) {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(SWITCHES);
    command.add("--user-data-dir=" + profile);
    command.add("--proxy-server=" + gate.address());
    if (options.userAgent() != null) {
      command.add("--user-agent=" + options.userAgent());
    }
    if ("root".equals(System.getProperty("user.name"))) {
      // Chromium refuses to start as root otherwise.
      command.add("--no-sandbox");
    }
    command.add(url.toString());
    return command;
  }

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
}
