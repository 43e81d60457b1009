package zhai.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhai.cli.Zhai;
import zhai.loopback.TestWeb;
import zhai.serve.TestReader;

/// The reader's pages with each payload of `payloads.txt` in every place where a bookmark has a
/// text, and in every address that another site can lead to. The browser ignores their policy, so
/// that the markup alone is seen: nothing of a payload is there as an element that acts, nothing
/// runs whatever event comes, and nobody but the reader is asked for anything.
///
/// `-Dzhai.openEvery=1` opens the pages of every bookmark, not of some.
class QuietReaderTest {
  private static final int EVERY = Integer.getInteger("zhai.openEvery", 20);

  @TempDir private static Path folder;
  private static Listener listener;
  private static Chromium chromium;
  private static TestWeb web;
  private static TestReader reader;
  private static List<Payload> payloads;
  private static int opened;
  private static int active;

  @BeforeAll
  static void importThemAll() throws Exception {
    Optional<Path> program = Chromium.installed();
    assumeTrue(program.isPresent(), "no Chromium, Chrome or Edge is installed here");
    listener = new Listener();
    payloads = Payload.all(listener.address());
    chromium = new Chromium(program.get(), folder.resolve("profile"), script("watch.js"));
    web = new TestWeb();
    Path library = folder.resolve("library");
    Planted.importAll(payloads, folder, new Zhai(library, web));
    reader = new TestReader(library, web);
    chromium.open(reader.entrance(), _ -> true, "1");
  }

  @AfterAll
  static void close() throws Exception {
    if (reader == null) {
      return;
    }
    reader.close();
    web.close();
    chromium.close();
    listener.close();
    System.out.printf(
        "suite reader: %,d payloads, %,d pages opened in a browser, %d active, %d requests%n",
        payloads.size(), opened, active, listener.visits());
    assertEquals(0, listener.visits());
  }

  @Test
  void theBrowserWouldShowWhatRuns() throws Exception {
    Path page = folder.resolve("control.html");
    Files.writeString(page, "<main><img src=x onerror=alert(7)><p onclick=alert(8)>x</p></main>");
    String bad = chromium.open(page, script("look-reader.js")).answer().path("bad").toString();
    for (String ran : List.of("alert(7)", "alert(8)", "attribute onerror", "attribute onclick")) {
      assertTrue(bad.contains(ran), bad);
    }
  }

  @Test
  void anArticleWithItsMarksIsQuiet() throws Exception {
    for (long id = 1; id <= payloads.size(); id += EVERY) {
      assertQuiet("/entry/" + id);
    }
  }

  @Test
  void listsAreQuiet() throws Exception {
    for (int page = 1; page <= 1 + payloads.size() / 50; page++) {
      assertQuiet("/list?page=" + page);
    }
    assertQuiet("/?q=&limit=200");
    assertQuiet("/?q=alert&limit=200");
    assertQuiet("/?q=script&sort=oldest&limit=200");
    assertQuiet("/status");
  }

  @Test
  void whatAnAddressSaysIsQuiet() throws Exception {
    for (int i = 0; i < payloads.size(); i += EVERY) {
      String text = encoded(payloads.get(i).text());
      for (String path :
          List.of(
              "/?q=" + text,
              "/list?q=" + text + "&sort=title",
              "/list?sort=" + text,
              "/save?url=https://h.example/" + text + "&title=" + text + "&selection=" + text,
              "/save?url=" + text,
              "/export?format=" + text,
              "/" + text.replace("+", "%20"))) {
        assertQuiet(path);
      }
    }
  }

  /// As with pages: what search finds is put in place by a script.
  @Test
  void whatIsFoundAsOneTypesIsQuiet() throws Exception {
    String type =
        """
        (async () => {
          const field = document.getElementById("q");
          const before = document.querySelector(".summary");
          field.value = "alert";
          field.dispatchEvent(new Event("input"));
          while (before.isConnected) await new Promise(requestAnimationFrame);
          return await %s;
        })()
        """
            .formatted(script("look-reader.js").strip().replaceFirst(";$", ""));
    Chromium.Sight sight = chromium.open(reader.address() + "/", QuietReaderTest::isOwn, type);
    assertEquals("[]", sight.answer().path("bad").toString());
    assertEquals(List.of(), sight.deeds());
  }

  private static void assertQuiet(String path) throws Exception {
    Chromium.Sight sight =
        chromium.open(reader.address() + path, QuietReaderTest::isOwn, script("look-reader.js"));
    JsonNode answer = sight.answer();
    opened++;
    active += answer.path("bad").size();
    assertEquals("[]", answer.path("bad").toString(), path);
    assertEquals(List.of(), sight.deeds(), path);
    assertTrue(answer.path("elements").intValue() > 5, path);
  }

  /// Our own pages, files and fonts; what is drawn from nowhere.
  private static boolean isOwn(String deed) {
    String address = deed.substring(deed.indexOf(' ') + 1);
    return address.startsWith(reader.address() + "/") || address.equals("about:blank");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String script(String name) {
    try (InputStream in = QuietReaderTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
