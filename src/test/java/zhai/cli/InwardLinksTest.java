package zhai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.exchange.writer.ExportFormat;
import zhai.fetch.Browser;
import zhai.fetch.FetchOptions;
import zhai.loopback.Connections;
import zhai.loopback.TestWeb;

/// What a page or a file says of addresses that are private, the whole program does not ask: not
/// when it reads the page, not when it fetches again, not when it writes lists.
///
/// One address of this machine passes for the public web, by `--allow-host`. What is connected to
/// is seen by {@link Connections}; a browser, being another process, would ring at the doorbell.
class InwardLinksTest {
  private static final String PUBLIC = "127.0.0.2";
  private static final List<String> HOSTS =
      List.of(
          "10.0.0.1",
          "192.168.1.1",
          "169.254.169.254",
          "127.0.0.1",
          "127.0.0.1.",
          "localhost",
          "a.localhost",
          "2130706433",
          "0177.0.0.1",
          "0.0.0.0",
          "[::1]",
          "[::ffff:a9fe:a9fe]",
          "[64:ff9b::7f00:1]",
          "[fd00:ec2::254]");

  @TempDir Path folder;
  private final MockWebServer web = new MockWebServer();
  private final MockWebServer doorbell = new MockWebServer();
  private Zhai zhai;

  @BeforeEach
  void open() throws IOException {
    doorbell.start(InetAddress.ofLiteral("127.0.0.1"), 0);
    web.setDispatcher(new Web());
    web.start(InetAddress.ofLiteral(PUBLIC), 0);
    zhai = new Zhai(folder.resolve("library"));
  }

  @AfterEach
  void nothingWasReached() {
    doorbell.close();
    web.close();
    assertEquals(List.of(), Connections.begunTo(doorbell.getPort()));
    assertEquals(0, doorbell.getRequestCount());
  }

  private final class Web extends Dispatcher {
    @Override
    public MockResponse dispatch(RecordedRequest request) {
      MockResponse.Builder answer = new MockResponse.Builder();
      answer.addHeader("Content-Type", "text/html; charset=utf-8");
      if (request.getTarget().startsWith("/to?")) {
        return answer.code(302).addHeader("Location", request.getTarget().substring(4)).build();
      }
      String inward = inward(HOSTS.getFirst());
      return answer
          .addHeader(
              "Link", "<%s>; rel=canonical, <%s>; rel=preload; as=style".formatted(inward, inward))
          .addHeader("Refresh", "0; url=" + inward)
          .body(page())
          .build();
    }
  }

  private String inward(String host) {
    return "http://%s:%d/secret".formatted(host, doorbell.getPort());
  }

  private String outward(String path) {
    return "http://%s:%d%s".formatted(PUBLIC, web.getPort(), path);
  }

  /// An article that refers inwards with all that a browser, a crawler or a reader might follow.
  private String page() {
    String references =
        HOSTS.stream()
            .map(host -> REFERENCES.replace("URL", inward(host)))
            .collect(Collectors.joining());
    return TestWeb.articleHtml("外面的一页", references, "正文里的一段话。".repeat(20));
  }

  private static final String REFERENCES =
      """
      <meta http-equiv=refresh content="0; url=URL">
      <meta property=og:image content="URL"><meta property=og:url content="URL">
      <meta name=twitter:image content="URL">
      <link rel=canonical href="URL"><link rel=amphtml href="URL"><link rel=icon href="URL">
      <link rel=alternate type=application/rss+xml href="URL"><link rel=stylesheet href="URL">
      <link rel=preload as=script href="URL"><link rel=prefetch href="URL"><link rel=next href="URL">
      <link rel=dns-prefetch href="URL"><link rel=preconnect href="URL"><link rel=manifest href="URL">
      <script type=application/ld+json>{"@type":"Article","image":"URL","url":"URL"}</script>
      <script src="URL"></script><script>fetch("URL", {mode: "no-cors"}); new Image().src = "URL";
      navigator.sendBeacon("URL"); new WebSocket("URL".replace("http", "ws"));</script>
      <style>@import "URL"; body { background: url(URL) }</style>
      <p>图 <img src="URL" srcset="URL 2x" data-src="URL" data-original="URL"><iframe src="URL"></iframe>
      <video src="URL" poster="URL"></video><object data="URL"></object><embed src="URL">
      <picture><source srcset="URL"><img src="URL"></picture><a href="URL" ping="URL">链接</a>
      <form action="URL" method=post><button>x</button></form>
      """;

  private Zhai.Ran run(String... arguments) {
    return zhai.run(arguments);
  }

  @Test
  void readsAPageAndAsksNothingThatItRefersTo() throws IOException {
    Zhai.Ran added = run("add", outward("/page"), "--allow-host", PUBLIC);
    assertEquals(0, added.code(), added.out() + added.err());
    assertEquals(0, run("fetch", "is:unread", "--allow-host", PUBLIC).code());
    for (ExportFormat format : ExportFormat.values()) {
      Zhai.Ran written =
          run(
              "export",
              "--format",
              format.label(),
              "--with",
              "article,excerpts,notes",
              "-o",
              folder.resolve("list-" + format.label()).toString());
      assertEquals(0, written.code(), format + written.err());
    }
    assertEquals(2, web.getRequestCount());
    String listed = run("list", "--json").out();
    assertTrue(listed.contains("\"url\":\"" + outward("/page") + "\""), listed);
  }

  @Test
  void opensAPageInABrowserThatReachesNothingThatThePageRefersTo() {
    assumeTrue(
        Browser.find(System.getenv(), FetchOptions.defaults(), () -> Zhai.NOW).isPresent(),
        "no Chromium, Chrome or Edge is installed here");
    Zhai browsing = zhai.in(System.getenv());
    browsing.run("add", outward("/page"), "--browser", "--allow-host", PUBLIC);
    assertTrue(web.getRequestCount() > 0);
  }

  @Test
  void storesAndSkipsWhatComesFromAPipeOrLeadsInwards() throws IOException {
    String cookies = "10.0.0.1\tFALSE\t/\tFALSE\t0\tkey\tsecret\n";
    Path jar = Files.writeString(folder.resolve("cookies.txt"), cookies);
    String lines =
        HOSTS.stream()
            .flatMap(host -> List.of(inward(host), outward("/to?" + inward(host))).stream())
            .collect(Collectors.joining("\n"));
    Zhai.Ran added =
        zhai.withInput(lines).run("add", "-", "--allow-host", PUBLIC, "--cookies", jar.toString());
    assertEquals(1, added.code());
    long rejected = added.err().lines().filter(line -> line.startsWith("zhai: ")).count();
    assertEquals(2L * HOSTS.size(), rejected + verdicts().size());
    assertTrue(Set.of("skipped", "unreachable").containsAll(verdicts()), added.out());
  }

  private List<String> verdicts() {
    return Pattern.compile("\"verdict\":\"([^\"]*)")
        .matcher(run("list", "--json").out())
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"txt", "html", "opml", "csv", "jsonl", "md"})
  void skipsWhatAFileNames(String ending) throws IOException {
    String item =
        switch (ending) {
          case "html" -> "<DT><A HREF=\"URL\">x</A>";
          case "opml" -> "<outline text=\"x\" htmlUrl=\"URL\" xmlUrl=\"URL\"/>";
          case "csv" -> "\"x\",\"URL\"";
          case "jsonl" -> "{\"url\":\"URL\",\"title\":\"x\"}";
          case "md" -> "---\n\n[x](URL)\n";
          default -> "URL";
        };
    String head =
        switch (ending) {
          case "html" -> "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n";
          case "opml" -> "<opml version=\"2.0\"><body>\n";
          case "csv" -> "title,url\n";
          default -> "";
        };
    String tail = ending.equals("opml") ? "</body></opml>" : "";
    String items =
        HOSTS.stream()
            .map(host -> item.replace("URL", inward(host)))
            .collect(Collectors.joining("\n"));
    Path file = Files.writeString(folder.resolve("links." + ending), head + items + "\n" + tail);
    Zhai.Ran imported = run("import", file.toString(), "--allow-host", PUBLIC);
    run("fetch", "--allow-host", PUBLIC);
    assertEquals(HOSTS.size(), counted(imported.out()), imported.out());
    assertEquals(Set.of("skipped"), Set.copyOf(verdicts()));
  }

  /// How many items the import's one line of figures accounts for.
  private static int counted(String summary) {
    return Pattern.compile("(\\d+) (?:added|skipped|failed)")
        .matcher(summary.lines().findFirst().orElse(""))
        .results()
        .mapToInt(found -> Integer.parseInt(found.group(1)))
        .sum();
  }
}
