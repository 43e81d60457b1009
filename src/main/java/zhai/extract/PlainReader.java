package zhai.extract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import zhai.model.Content;
import zhai.model.PageDate;
import zhai.model.Verdict;

/// Reads plain text and Markdown. Markdown is text already: it is kept as it is, and only its front
/// matter and first heading are read for the title.
final class PlainReader {
  private static final Pattern FRONT_MATTER =
      Pattern.compile("\\A---[ \\t]*\\R(?<yaml>.*?\\R)---[ \\t]*(?:\\R|\\z)", Pattern.DOTALL);
  private static final Pattern HEADING = Pattern.compile("(?m)^#\\s+(.+?)\\s*#*$");

  private PlainReader() {}

  static Extraction read(Page.Plain page, PageFacts known) {
    int status = page.snapshot().status();
    if (status >= 400) {
      return HttpRefusal.of(status).extraction();
    }
    String text = SuppliedText.lines(page.text());
    if (text.isEmpty()) {
      return new Extraction(Verdict.EMPTY, null, "The page is empty.");
    }
    PageFacts named =
        known.title() == null && !page.markdown()
            ? known.titled(Addresses.fileName(page.address()))
            : known;
    return page.markdown()
        ? markdown(text, known)
        : read(named, new Content(SuppliedText.html(text), text, text));
  }

  private static Extraction markdown(String text, PageFacts known) {
    Matcher front = FRONT_MATTER.matcher(text);
    String yaml = front.find() ? front.group("yaml") : "";
    String body = yaml.isEmpty() ? text : text.substring(front.end()).strip();
    Matcher heading = HEADING.matcher(body);
    String title = field(yaml, "title");
    PageDate date = DateText.find(field(yaml, "date"));
    PageFacts facts =
        new PageFacts(
            title == null && heading.find() ? heading.group(1) : title,
            field(yaml, "author"),
            null,
            null,
            date,
            null,
            null,
            field(yaml, "description"),
            null);
    String html = new Element("div").appendChild(new Element("pre").text(body)).html();
    return read(known.orElse(facts), new Content(html, body, body));
  }

  private static @Nullable String field(String yaml, String name) {
    Matcher matcher =
        Pattern.compile("(?m)^" + name + ":[ \\t]*[\"']?(.+?)[\"']?[ \\t]*$").matcher(yaml);
    return matcher.find() ? matcher.group(1) : null;
  }

  private static Extraction read(PageFacts facts, Content content) {
    String language = Language.of(null, content.text());
    return new Extraction(
        Verdict.READ, facts.orElse(HtmlReader.inLanguage(language)).with(content), null);
  }
}
