package zhai.extract;

import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import zhai.model.Article;
import zhai.model.Content;

/// Plain text that somebody gives in place of a page, as an article: nothing has to be found out
/// about it but its language. Takes time by its length, whatever is in it.
public final class SuppliedText {
  private static final Pattern BETWEEN_PARAGRAPHS = Pattern.compile("\n\\s*\n");

  private SuppliedText() {}

  /// The article of a text; null if there is nothing in the text but white space. It has no title.
  public static @Nullable Article article(String text) {
    String lines = lines(text);
    return lines.isEmpty()
        ? null
        : HtmlReader.inLanguage(Language.of(null, lines))
            .with(new Content(html(lines), lines, lines));
  }

  /// The text with line feeds as the only ends of lines, without white space around it.
  static String lines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n').strip();
  }

  /// The text as paragraphs, which empty lines stand between, just as {@link ContentWriter} has
  /// them: a text is all that can be in it, so no tree needs to be built and cleaned.
  static String html(String text) {
    StringBuilder html = new StringBuilder(text.length() + 16);
    for (String paragraph : BETWEEN_PARAGRAPHS.split(text, -1)) {
      String lines = linesOf(paragraph);
      if (!lines.isEmpty()) {
        html.append(html.isEmpty() ? "" : "\n").append("<p>").append(lines).append("</p>");
      }
    }
    return html.toString();
  }

  private static String linesOf(String paragraph) {
    StringBuilder lines = new StringBuilder(paragraph.length());
    for (String line : paragraph.split("\n", -1)) {
      String shown = InlineTidier.collapse(line).strip();
      if (!shown.isEmpty()) {
        lines.append(lines.isEmpty() ? "" : "<br>").append(escaped(shown));
      }
    }
    return lines.toString();
  }

  /// As text between tags is written: quotation marks mean nothing there.
  private static String escaped(String text) {
    return Entities.escape(text).replace("&quot;", "\"").replace("&apos;", "'");
  }
}
