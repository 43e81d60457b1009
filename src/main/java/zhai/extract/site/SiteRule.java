package zhai.extract.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import zhai.extract.DateText;
import zhai.extract.Page;
import zhai.extract.PageFacts;
import zhai.extract.SiteReading;
import zhai.extract.SiteReading.Found;
import zhai.extract.SiteReading.Unsure;
import zhai.model.PageDate;
import zhai.model.Verdict;

/// What one rule file says about one site; the format is described at {@link RuleReader}.
final class SiteRule {
  private static final Set<String> KEYS =
      Set.of("address", "mark", "title", "author", "date", "zone", "content", "strip");

  /// Characters. Shorter content is more likely a shell or a teaser than the text.
  private static final int MIN_CONTENT = 60;

  private static final int MAX_TITLE = 300;
  private static final int MAX_AUTHOR = 80;

  private final List<Pattern> addresses;
  private final String marks;
  private final List<FactPlace> title;
  private final List<FactPlace> author;
  private final List<FactPlace> date;
  private final @Nullable ZoneOffset zone;
  private final List<String> content;
  private final String stripped;

  private SiteRule(Map<String, List<String>> values) {
    addresses = values(values, "address").stream().map(Pattern::compile).toList();
    marks = String.join(", ", values(values, "mark"));
    title = values(values, "title").stream().map(FactPlace::parse).toList();
    author = values(values, "author").stream().map(FactPlace::parse).toList();
    date = values(values, "date").stream().map(FactPlace::parse).toList();
    zone = values(values, "zone").stream().map(ZoneOffset::of).findFirst().orElse(null);
    content = values(values, "content");
    stripped = String.join(", ", values(values, "strip"));
  }

  private static List<String> values(Map<String, List<String>> values, String key) {
    return values.getOrDefault(key, List.of());
  }

  /// Reads a file that comes with the program.
  static SiteRule open(String name) {
    try (InputStream in = SiteRule.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
      return parse(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  /// @throws IllegalArgumentException if a line is no rule
  static SiteRule parse(String text) {
    Map<String, List<String>> values = new HashMap<>();
    for (String line : text.lines().map(String::strip).toList()) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        String[] rule = line.split("\\s+", 2);
        if (rule.length < 2 || !KEYS.contains(rule[0])) {
          throw new IllegalArgumentException("not a rule for a site: " + line);
        }
        values.computeIfAbsent(rule[0], _ -> new ArrayList<>()).add(rule[1]);
      }
    }
    return new SiteRule(values);
  }

  boolean matches(Page.Html page) {
    Document document = page.document();
    return Stream.of(
                page.address(),
                document.select("link[rel=canonical]").attr("href"),
                document.select("meta[property=og:url]").attr("content"))
            .anyMatch(this::hasAddress)
        || (!marks.isEmpty() && document.selectFirst(marks) != null);
  }

  private boolean hasAddress(String address) {
    return addresses.stream().anyMatch(pattern -> pattern.matcher(address).find());
  }

  SiteReading read(Page.Html page) {
    PageFacts facts = facts(page.document());
    return content(page)
        .<SiteReading>map(found -> new Found(Verdict.READ, facts, found))
        .orElseGet(() -> new Unsure(facts));
  }

  private PageFacts facts(Document document) {
    return new PageFacts(
        text(title, document, MAX_TITLE),
        text(author, document, MAX_AUTHOR),
        null,
        null,
        published(document),
        null,
        null,
        null,
        null);
  }

  private static @Nullable String text(List<FactPlace> places, Document document, int maxLength) {
    return places.stream()
        .flatMap(place -> place.read(document))
        .filter(value -> value.length() <= maxLength)
        .findFirst()
        .orElse(null);
  }

  private @Nullable PageDate published(Document document) {
    return date.stream()
        .flatMap(place -> place.read(document))
        .flatMap(value -> Stream.ofNullable(DateText.find(value)))
        .map(this::inZone)
        .findFirst()
        .orElse(null);
  }

  private PageDate inZone(PageDate date) {
    return zone == null || date.time() == null || date.offset() != null
        ? date
        : new PageDate(date.day(), date.time(), zone);
  }

  /// The content, detached from its page. An error page's content is for the general extractor to
  /// judge.
  private Optional<Element> content(Page.Html page) {
    return page.snapshot().status() >= 400
        ? Optional.empty()
        : content.stream()
            .flatMap(selector -> page.document().select(selector).stream().limit(1))
            .map(this::strip)
            .filter(found -> found.text().length() >= MIN_CONTENT)
            .findFirst();
  }

  private Element strip(Element found) {
    Element copy = found.clone();
    copy.setBaseUri(found.baseUri());
    if (!stripped.isEmpty()) {
      copy.select(stripped).remove();
    }
    return copy;
  }
}
