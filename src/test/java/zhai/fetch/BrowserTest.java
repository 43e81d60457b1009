package zhai.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhai.fetch.FetchOutcome.Fetched;
import zhai.fetch.FetchOutcome.LimitReached;
import zhai.fetch.FetchOutcome.PrivateAddress;
import zhai.fetch.FetchOutcome.Reason;
import zhai.fetch.FetchOutcome.Unreachable;
import zhai.model.Snapshot;

/// With a real browser where one is installed; otherwise those tests say that they were skipped.
class BrowserTest {
  @TempDir Path folder;
  private MockWebServer server;

  @BeforeEach
  void open() throws IOException {
    server = new MockWebServer();
    server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private static FetchOptions options() {
    return FetchOptions.defaults();
  }

  private static Browser installed() {
    Optional<Browser> browser = Browser.find(System.getenv(), options(), Trial.CLOCK);
    assumeTrue(browser.isPresent(), "no Chromium, Chrome or Edge is installed here");
    return browser.get();
  }

  private String at(String path) {
    return "http://127.0.0.1:" + server.getPort() + path;
  }

  private void serve(Map<String, String> pages) {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            String page = pages.get(request.getTarget());
            return page == null
                ? new MockResponse.Builder().code(404).build()
                : new MockResponse.Builder()
                    .addHeader("Content-Type", "text/html; charset=utf-8")
                    .body(page)
                    .build();
          }
        });
  }

  /// A program in the browser's place.
  private Browser script(FetchOptions options, String... lines) throws IOException {
    assumeTrue(File.separatorChar == '/', "the scripts of this test are for a Unix shell");
    Path program = folder.resolve("browser");
    Files.writeString(program, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return Browser.find(Map.of("ZHAI_BROWSER", program.toString()), options, Trial.CLOCK)
        .orElseThrow();
  }

  private static List<Path> leftOver() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(p -> p.getFileName().toString().startsWith("zhai-browser-")).toList();
    }
  }

  @Test
  void takesThePageAfterItsScriptsHaveRun() throws IOException {
    serve(
        Map.of(
            "/", "<title>empty</title><div id=a></div><script src=/late.js></script>",
            "/late.js",
                "setTimeout(() => { a.textContent = '写' + '好了'; document.title = 'full' }, 3000)"));
    Fetched page = assertInstanceOf(Fetched.class, installed().open(FetchRequest.named(at("/"))));
    String dom = new String(page.snapshot().body().toArray(), StandardCharsets.UTF_8);
    assertTrue(dom.contains("<div id=\"a\">写好了</div>"), dom);
    assertTrue(dom.contains("<title>full</title>"), dom);
    assertEquals(Snapshot.Origin.BROWSER, page.snapshot().origin());
    assertEquals(0, page.snapshot().status());
    assertEquals(List.of(), leftOver());
  }

  @Test
  void showsNoPrivatePageThatMayNotBeReached() {
    String forbidden = "http://169.254.169.254/";
    assertInstanceOf(PrivateAddress.class, installed().open(FetchRequest.named(forbidden)));
    assertInstanceOf(PrivateAddress.class, installed().open(FetchRequest.collected(at("/"))));
    server.enqueue(new MockResponse.Builder().code(302).addHeader("Location", forbidden).build());
    assertInstanceOf(PrivateAddress.class, installed().open(FetchRequest.named(at("/"))));
    assertEquals(1, server.getRequestCount());
  }

  @Test
  void knowsTheBrowsersOwnPageForAnErrorFromAnArticle() {
    Browser browser = installed();
    server.close();
    FetchOutcome outcome = browser.open(FetchRequest.named(at("/")));
    assertEquals(Reason.CONNECT, assertInstanceOf(Unreachable.class, outcome).reason());
  }

  @Test
  void passesTheAddressAsOneArgumentAndNoShellSeesIt() throws IOException {
    Browser echo = script(options(), "for a in \"$@\"; do echo \"$a\"; done");
    String address = at("/$(touch%20evil);x?a=1&b=`id`");
    Fetched shown = assertInstanceOf(Fetched.class, echo.open(FetchRequest.named(address)));
    List<String> arguments =
        new String(shown.snapshot().body().toArray(), StandardCharsets.UTF_8).lines().toList();
    assertEquals(shown.snapshot().address(), arguments.getLast());
    assertTrue(arguments.contains("--disable-background-networking"));
    assertEquals(
        "root".equals(System.getProperty("user.name")), arguments.contains("--no-sandbox"));
  }

  @Test
  void killsABrowserThatTakesTooLongWithAllItsChildren() throws IOException {
    Path child = folder.resolve("child");
    Browser slow =
        script(
            options().withLimits(Trial.withCallTime(Duration.ofMillis(300))),
            "sleep 60 & echo $! > " + child,
            "wait");
    LimitReached end = assertInstanceOf(LimitReached.class, slow.open(FetchRequest.named(at("/"))));
    assertEquals(Limit.CALL_TIME, end.limit());
    long pid = Long.parseLong(Files.readString(child).strip());
    assertEquals(false, ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
    assertEquals(List.of(), leftOver());
  }

  @Test
  void killsABrowserThatSaysTooMuch() throws IOException {
    Browser loud = script(Trial.options(), "yes");
    LimitReached end = assertInstanceOf(LimitReached.class, loud.open(FetchRequest.named(at("/"))));
    assertEquals(Limit.DECODED_BYTES, end.limit());
  }

  @Test
  void saysWhenABrowserShowsNothing() throws IOException {
    Unreachable end =
        assertInstanceOf(
            Unreachable.class, script(options(), "exit 1").open(FetchRequest.named(at("/"))));
    assertEquals(Reason.BROWSER, end.reason());
  }

  @Test
  void saysWhenTheChosenBrowserIsNotThere() {
    Browser missing =
        Browser.find(Map.of("ZHAI_BROWSER", folder + "/none"), options(), Trial.CLOCK)
            .orElseThrow();
    Unreachable end =
        assertInstanceOf(Unreachable.class, missing.open(FetchRequest.named(at("/"))));
    assertEquals(Reason.BROWSER, end.reason());
  }

  @Test
  void findsNoneWhereNoneIs() {
    boolean mac = Files.exists(Path.of("/Applications/Google Chrome.app"));
    assumeTrue(!mac, "a browser is installed at a fixed place");
    assertEquals(
        Optional.empty(), Browser.find(Map.of("PATH", folder.toString()), options(), Trial.CLOCK));
  }

  @Test
  void findsOneOnThePath() throws IOException {
    script(options(), "exit");
    Files.move(folder.resolve("browser"), folder.resolve("chromium"));
    Browser found =
        Browser.find(Map.of("PATH", "/nowhere:" + folder), options(), Trial.CLOCK).orElseThrow();
    assertEquals(folder.resolve("chromium"), found.program());
  }
}
