package zhai.extract.site;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import zhai.extract.SiteReading.Refused;
import zhai.model.Verdict;

/// The marks by which one site's walls and notices are known, read from a resource file. Each line
/// is `VERDICT | CSS selector | wording | sentence`: the selector must match, and if there is a
/// wording (alternatives apart by `/`), one of the elements that it matches must hold it. Empty
/// lines and lines that begin with `#` are comments.
///
/// Readers ask only after they did not find what was asked for: an article about walls is none.
record Walls(List<Mark> marks) {

  /// One line of the file.
  record Mark(Verdict verdict, String selector, List<String> wordings, String sentence) {
    static Mark parse(String line) {
      String[] parts = line.split("\\s*\\|\\s*", 4);
      if (parts.length < 4) {
        throw new IllegalArgumentException("not VERDICT | selector | wording | sentence: " + line);
      }
      List<String> wordings = parts[2].isEmpty() ? List.of() : List.of(parts[2].split("\\s*/\\s*"));
      return new Mark(Verdict.ofLabel(parts[0].strip()), parts[1], wordings, parts[3]);
    }

    boolean matches(Document document) {
      return document.select(selector).stream().anyMatch(this::hasWording);
    }

    private boolean hasWording(Element element) {
      String text = element.nameIs("script") ? element.data() : element.text();
      return wordings.isEmpty() || wordings.stream().anyMatch(text::contains);
    }
  }

  /// Reads `NAME` beside this class.
  static Walls load(String name) {
    try (InputStream stream = Objects.requireNonNull(Walls.class.getResourceAsStream(name), name);
        var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return new Walls(
          lines
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(Mark::parse)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  /// The first wall whose marks the page has.
  Optional<Refused> find(Document document) {
    return marks.stream()
        .filter(mark -> mark.matches(document))
        .findFirst()
        .map(mark -> new Refused(mark.verdict(), mark.sentence()));
  }
}
