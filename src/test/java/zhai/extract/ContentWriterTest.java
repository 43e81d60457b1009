package zhai.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.browser.Payload;
import zhai.model.Content;

/// Each file `NAME.html` beside this test's resources is a claim; `NAME.clean.html`, `NAME.md` and
/// `NAME.txt` say what must come out.
final class ContentWriterTest {
  private static final String BASE = "https://example.org/dir/page.html";

  private static final Set<String> ALLOWED =
      Set.of(
          ("p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code table caption thead tbody tr th td"
                  + " figure figcaption img a em strong del sub sup mark kbd hr br dl dt dd details"
                  + " summary span div")
              .split(" "));

  private static final Set<String> ALLOWED_ATTRIBUTES =
      Set.of(
          "href",
          "title",
          "src",
          "alt",
          "class",
          "data-tex",
          "colspan",
          "rowspan",
          "start",
          "id",
          "data-page");

  static Stream<String> fixtures() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".clean.html"))
          .map(name -> name.replace(".clean.html", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void writesTheHtmlOfTheFile(String name) {
    assertEquals(read(name + ".clean.html"), write(read(name + ".html")).html() + "\n");
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void writesTheMarkdownOfTheFile(String name) {
    assertEquals(read(name + ".md"), write(read(name + ".html")).markdown());
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void writesTheTextOfTheFile(String name) {
    assertEquals(read(name + ".txt"), write(read(name + ".html")).text() + "\n");
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void changesNothingInWhatIsCleanAlready(String name) {
    Content once = write(read(name + ".html"));
    assertEquals(once, write(once.html()));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void leavesNothingOutsideTheAllowList(String name) {
    Document clean = Jsoup.parseBodyFragment(write(read(name + ".html")).html());
    Set<String> foreign = new TreeSet<>();
    for (Element element : clean.body().select("body *")) {
      if (!ALLOWED.contains(element.normalName())) {
        foreign.add(element.normalName());
      }
      for (Attribute attribute : element.attributes()) {
        if (!ALLOWED_ATTRIBUTES.contains(attribute.getKey())) {
          foreign.add(element.normalName() + "@" + attribute.getKey());
        }
      }
    }
    assertEquals(Set.of(), foreign);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void linksOnlyToTheWebToMailAndToFootnotes(String name) {
    Document clean = Jsoup.parseBodyFragment(write(read(name + ".html")).html());
    for (Element element : clean.select("[href], [src]")) {
      String address = element.attr("href") + element.attr("src");
      assertTrue(address.matches("(?:https?://|mailto:|#fn-).*"), address);
    }
  }

  @Test
  void doesNotChangeThePage() {
    Document page = Jsoup.parse(read("images.html"), BASE);
    String before = page.outerHtml();
    ContentWriter.write(page.body(), BASE);
    assertEquals(before, page.outerHtml());
  }

  @Test
  void cleansWhatIsCleanToTheSame() throws IOException {
    for (Payload payload : Payload.all("http://127.0.0.1:9/")) {
      String cleaned = ContentWriter.cleaned(payload.text());
      assertEquals(cleaned, ContentWriter.cleaned(cleaned), payload.text());
    }
  }

  @Test
  void isEmptyForNothing() {
    assertEquals(Content.EMPTY, write("<div><p> </p><script>x</script></div>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"div", "span", "blockquote", "b", "ul", "a", "table", "font", "sup"})
  void survivesDeepNesting(String tag) {
    String html = ("<" + tag + ">").repeat(5_000) + "底" + ("</" + tag + ">").repeat(5_000);
    Content content = assertTimeout(Duration.ofSeconds(20), () -> write(html));
    assertTrue(content.text().contains("底"));
  }

  @Test
  void dropsRelativeLinksWhereThereIsNoBase() {
    Element body = Jsoup.parse("<p><a href='x'>甲</a><img src='y.png'>乙</p>").body();
    assertEquals("<p>甲乙</p>", ContentWriter.write(body, "").html());
  }

  @Test
  void keepsTheLinesOfMarkdownFreeOfTrailingSpace() {
    List<String> lines = fixtureLines();
    assertEquals(List.of(), lines.stream().filter(line -> line.endsWith(" ")).toList());
  }

  private static List<String> fixtureLines() {
    try {
      return fixtures().flatMap(name -> read(name + ".md").lines()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Content write(String html) {
    return ContentWriter.write(Jsoup.parse(html, BASE).body(), BASE);
  }

  private static String read(String name) {
    try {
      return Files.readString(folder().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    try {
      return Path.of(
          Objects.requireNonNull(ContentWriterTest.class.getResource("content")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
