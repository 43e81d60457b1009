package zhai.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhai.cli.Zhai;
import zhai.extract.Extractor;
import zhai.extract.site.SiteReaders;
import zhai.loopback.TestWeb;
import zhai.model.Article;
import zhai.model.Bytes;
import zhai.model.Snapshot;

/// Everything that zhai writes for a browser, opened in one, with each payload of `payloads.txt` in
/// every place where a bookmark has a text. Nothing runs, whatever event comes; nothing is asked
/// for but the files themselves; and every page is whole, since none hid what follows.
///
/// The files are made by the program as a person runs it, from a file that somebody else wrote.
/// `-Dzhai.openEvery=1` opens the pages of every bookmark, not of some.
class QuietPagesTest {
  private static final int EVERY = Integer.getInteger("zhai.openEvery", 30);

  /// Stands behind each fragment: as many are found as were written.
  private static final String END = "\n<hr class=\"end\">\n";

  private static final String LOOK = script("look.js");

  @TempDir private static Path folder;
  private static Listener listener;
  private static Chromium chromium;
  private static TestWeb web;
  private static Zhai zhai;
  private static List<Payload> payloads;
  private static int opened;
  private static int pictures;
  private static int active;

  @BeforeAll
  static void importThemAll() throws Exception {
    Optional<Path> program = Chromium.installed();
    assumeTrue(program.isPresent(), "no Chromium, Chrome or Edge is installed here");
    listener = new Listener();
    payloads = Payload.all(listener.address());
    chromium = new Chromium(program.get(), folder.resolve("profile"), script("watch.js"));
    web = new TestWeb();
    zhai = new Zhai(folder.resolve("library"), web);
    Planted.importAll(payloads, folder, zhai);
  }

  @AfterAll
  static void close() throws Exception {
    if (web == null) {
      return;
    }
    web.close();
    chromium.close();
    listener.close();
    int requests = listener.visits() - pictures;
    System.out.printf(
        "suite output: %,d payloads, %,d pages opened in a browser, %d active, %d requests%n",
        payloads.size(), opened, active, requests);
    assertEquals(0, requests);
  }

  @Test
  void theBrowserWouldShowWhatRunsAndWhatIsAskedFor() throws Exception {
    try (Listener other = new Listener()) {
      String page =
          "<script>alert(1)</script><img src=%s onerror=alert(2)><svg onload=alert(3)>"
              + "<p onclick=alert(4)>x</p><a href=javascript:alert(5)>x</a>";
      Path file = written("control.html", page.formatted(other.address()));
      Chromium.Sight sight = chromium.open(file, LOOK);
      String bad = sight.answer().path("bad").toString();
      for (int ran = 1; ran <= 4; ran++) {
        assertTrue(bad.contains("alert(" + ran + ")\""), bad);
      }
      assertTrue(bad.contains("address javascript:alert(5)"), bad);
      assertTrue(sight.deeds().contains("Image " + other.address()), sight.toString());
      assertTrue(other.visits() > 0);
    }
  }

  @Test
  void aListIsQuiet() throws Exception {
    Path list = exported("list.html", "--format", "html", "--with", "article,excerpts,notes");
    JsonNode seen = assertQuiet(list);
    assertTrue(seen.path("elements").intValue() > 5 * payloads.size(), seen.toString());
    assertQuiet(exported("bookmarks.html", "--format", "netscape"));
  }

  @Test
  void aListForEachTagIsQuietAndInItsFolder() throws Exception {
    Path lists = exported("lists", "--format", "html", "--split", "tag");
    for (Path file : some(lists, _ -> true)) {
      assertEquals(lists, file.getParent());
      assertQuiet(file);
    }
  }

  @Test
  void aSiteIsQuiet() throws Exception {
    Path site = exported("site", "--format", "site");
    assertQuiet(site.resolve("index.html"));
    for (String part : List.of("pages", "tags")) {
      for (Path page : some(site.resolve(part), _ -> true)) {
        assertQuiet(page);
      }
    }
  }

  @Test
  void theSearchOfASiteShowsTextAsText() throws Exception {
    Path site = exported("searched", "--format", "site");
    String search =
        """
        (async () => {
          const field = document.querySelector("#search > input");
          field.focus();
          field.value = "alert";
          field.dispatchEvent(new Event("input"));
          const found = document.getElementById("found");
          while (!found.children.length) await new Promise(requestAnimationFrame);
          const told = await %s;
          return { bad: told.bad, elements: found.children.length };
        })()
        """
            .formatted(LOOK.strip().replaceFirst(";$", ""));
    Chromium.Sight sight = chromium.open(site.resolve("index.html"), search);
    assertEquals("[]", sight.answer().path("bad").toString());
    assertTrue(sight.answer().path("elements").intValue() > 10, sight.toString());
    assertEquals(List.of(), sight.deeds());
  }

  @Test
  void aBookIsQuiet() throws Exception {
    Path book = unzipped(exported("book.epub", "--format", "epub"));
    for (Path page : some(book, it -> it.toString().endsWith("html"))) {
      assertQuiet(page);
    }
  }

  @Test
  void whatAFeedSaysIsQuietInAReader() throws Exception {
    Path feed = exported("feed.xml", "--format", "atom", "--with", "article,excerpts,notes");
    List<String> contents = new ArrayList<>();
    try (XmlReader reader = new XmlReader(feed.toFile())) {
      new SyndFeedInput()
          .build(reader)
          .getEntries()
          .forEach(entry -> contents.add(entry.getContents().getFirst().getValue()));
    }
    assertEquals(payloads.size(), contents.size());
    assertEquals(
        contents.size(), assertQuiet(together("feed.html", contents)).path("ends").asInt());
    assertNothingRan(feed);
    assertNothingRan(exported("outline.xml", "--format", "opml"));
  }

  /// The pictures of an article stay at their addresses there, so these are asked for.
  @Test
  void anArticleThatIsShownRunsNothing() throws Exception {
    List<String> shown = new ArrayList<>();
    for (int id = 1; id <= payloads.size(); id += EVERY) {
      Zhai.Ran ran = zhai.run("show", Integer.toString(id), "--html");
      assertEquals(0, ran.code(), ran.err());
      shown.add(ran.out());
    }
    assertOnlyPictures(together("shown.html", shown), shown.size());
  }

  @Test
  void anArticleOfTheWebRunsNothing() throws Exception {
    Extractor extractor = new Extractor(SiteReaders.all());
    List<String> articles = new ArrayList<>();
    for (Payload payload : payloads) {
      Article article = extractor.extract(snapshot(Planted.page(payload))).article();
      if (article != null) {
        articles.add(article.content().html());
      }
    }
    assertTrue(articles.size() > payloads.size() / 2, () -> articles.size() + " were read");
    assertOnlyPictures(together("extracted.html", articles), articles.size());
  }

  private static Snapshot snapshot(String page) {
    return new Snapshot(
        "https://h.example/page",
        Snapshot.Origin.HANDED_OVER,
        0,
        List.of(new Snapshot.Header("Content-Type", "text/html; charset=utf-8")),
        Bytes.ofUtf8(page),
        Zhai.NOW);
  }

  private static JsonNode assertQuiet(Path page) throws Exception {
    Chromium.Sight sight = looked(page);
    assertEquals("[]", sight.answer().path("bad").toString(), page::toString);
    assertEquals(List.of(), sight.deeds(), page::toString);
    return sight.answer();
  }

  private static Chromium.Sight looked(Path page) throws Exception {
    Chromium.Sight sight = chromium.open(page, LOOK);
    opened++;
    active += sight.answer().path("bad").size();
    return sight;
  }

  /// A browser shows XML as a tree, with pictures of its own for the branches.
  private static void assertNothingRan(Path xml) throws Exception {
    Chromium.Sight sight = chromium.open(xml, "window.ran.length");
    opened++;
    assertEquals(0, sight.answer().asInt());
    assertTrue(
        sight.deeds().stream().allMatch(it -> it.startsWith("Image data:")), sight::toString);
  }

  private static void assertOnlyPictures(Path page, int fragments) throws Exception {
    int before = listener.visits();
    Chromium.Sight sight = looked(page);
    pictures += listener.visits() - before;
    assertEquals("[]", sight.answer().path("bad").toString());
    assertEquals(fragments, sight.answer().path("ends").asInt());
    assertTrue(sight.deeds().stream().allMatch(it -> it.startsWith("Image http")), sight::toString);
  }

  private static Path exported(String name, String... arguments) {
    Path target = folder.resolve(name);
    Zhai.Ran ran =
        zhai.run(
            Stream.concat(Stream.of("export", "-o", target.toString()), Stream.of(arguments))
                .toArray(String[]::new));
    assertEquals(0, ran.code(), ran.err());
    return target;
  }

  /// The first of each so many files.
  private static List<Path> some(Path in, Predicate<Path> wanted) throws IOException {
    try (Stream<Path> files = Files.walk(in)) {
      List<Path> all = files.filter(Files::isRegularFile).filter(wanted).sorted().toList();
      assertFalse(all.isEmpty(), in::toString);
      return IntStream.range(0, all.size())
          .filter(at -> at % EVERY == 0)
          .mapToObj(all::get)
          .toList();
    }
  }

  private static Path together(String name, List<String> fragments) throws IOException {
    String head = "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n";
    return written(name, head + String.join(END, fragments) + END + "</body></html>\n");
  }

  private static Path written(String name, String text) throws IOException {
    Path own = Files.createDirectories(folder.resolve("of-" + name));
    return Files.writeString(own.resolve(name), text);
  }

  private static Path unzipped(Path archive) throws IOException {
    Path target = Files.createDirectories(folder.resolve("unzipped"));
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(archive))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = target.resolve(entry.getName());
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.copy(in, file);
      }
    }
    return target;
  }

  private static String script(String name) {
    try (InputStream in = QuietPagesTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
