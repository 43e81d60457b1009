package zhai.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zhai.extract.site.SiteReaders;
import zhai.model.Article;

/// Each bundled page that is an article, in its three forms as files to look at: what is read of
/// `pages/blog.html` stands in `golden/pages/blog.html`, `.md` and `.txt`. A page that carries no
/// article has none.
///
/// `mvn test -Dtest=GoldenFormsTest -Dgolden.write=true` writes the files anew; the difference is
/// then for a person to read.
final class GoldenFormsTest {
  private static final boolean WRITE = Boolean.getBoolean("golden.write");
  private static final Path GOLDEN = FixturePage.FOLDER.resolve("golden");

  private final Extractor extractor = new Extractor(SiteReaders.all());

  static Stream<FixturePage> pages() {
    return FixturePage.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void writesThePageAsItsGoldenFiles(FixturePage page) throws IOException {
    Article article = extractor.extract(page.snapshot()).article();
    var forms = new TreeMap<String, @Nullable String>();
    forms.put(".html", article == null ? null : article.content().html() + "\n");
    forms.put(".md", article == null ? null : article.content().markdown());
    forms.put(".txt", article == null ? null : article.content().text() + "\n");
    for (var form : forms.entrySet()) {
      Path golden = GOLDEN.resolve(page.stem() + form.getKey());
      if (WRITE) {
        write(golden, form.getValue());
      }
      assertEquals(read(golden), form.getValue(), () -> golden + " (see GoldenFormsTest)");
    }
  }

  /// But for a plain text, which is told from a listing by what it lacks.
  @Test
  void cleanedAgainTheHtmlStaysAsItIs() throws IOException {
    for (Path golden : FixturePage.filesUnder(GOLDEN)) {
      if (golden.toString().endsWith(".html")) {
        String html = Files.readString(golden).strip();
        String cleaned = ContentWriter.cleaned(html);
        assertEquals(html.startsWith("<pre>") ? cleaned : html, cleaned, golden::toString);
        assertEquals(cleaned, ContentWriter.cleaned(cleaned), golden::toString);
      }
    }
  }

  @Test
  void everyGoldenFileHasItsPage() throws IOException {
    TreeSet<String> stems = new TreeSet<>(pages().map(FixturePage::stem).toList());
    for (Path golden : FixturePage.filesUnder(GOLDEN)) {
      String stem = FixturePage.stem(GOLDEN, golden);
      if (WRITE && !stems.contains(stem)) {
        Files.delete(golden);
      }
      assertTrue(WRITE || stems.contains(stem), () -> golden + " belongs to no page");
    }
  }

  @Test
  void noTwoPagesShareTheirGoldenFiles() {
    List<String> stems = pages().map(FixturePage::stem).sorted().toList();
    assertEquals(List.copyOf(new TreeSet<>(stems)), stems);
  }

  private static @Nullable String read(Path golden) throws IOException {
    return Files.exists(golden) ? Files.readString(golden) : null;
  }

  private static void write(Path golden, @Nullable String form) throws IOException {
    if (form == null) {
      Files.deleteIfExists(golden);
    } else {
      Files.createDirectories(golden.getParent());
      Files.write(golden, form.getBytes(StandardCharsets.UTF_8));
    }
  }
}
