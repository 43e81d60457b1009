package zhai.extract.site;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/// Content that stands as text in a page's data → elements. It may be HTML, HTML escaped once more,
/// or plain lines.
final class ContentText {
  private static final Pattern TAG =
      Pattern.compile(
          "</?[a-z][a-z0-9]{0,10}(?:-[a-z0-9]{1,16}){0,2}(?:\\s[^<>]*)?/?>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ESCAPED_TAG =
      Pattern.compile("&lt;/?(?:p|div|br|img|span|a|section|h[1-6])\\b", Pattern.CASE_INSENSITIVE);

  private ContentText() {}

  static Element parse(String text, String baseAddress) {
    String html =
        !TAG.matcher(text).find() && ESCAPED_TAG.matcher(text).find()
            ? Parser.unescapeEntities(text, false)
            : text;
    if (TAG.matcher(html).find()) {
      return Jsoup.parseBodyFragment(html, baseAddress).body();
    }
    Element box = box(baseAddress);
    html.lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> box.appendElement("p").text(Parser.unescapeEntities(line.strip(), false)));
    return box;
  }

  /// Line ends in the element's text that a browser would show (`white-space: pre-wrap`) become
  /// `<br>`.
  static void breakLines(Element element) {
    for (TextNode text : element.stream().flatMap(each -> each.textNodes().stream()).toList()) {
      String[] lines = text.getWholeText().split("\n", -1);
      for (int i = 0; i < lines.length - 1; i++) {
        text.before(new TextNode(lines[i]));
        text.before(new Element("br"));
      }
      text.text(lines[lines.length - 1]);
    }
  }

  /// An empty element to gather content in.
  static Element box(String baseAddress) {
    Element box = new Element("div");
    box.setBaseUri(baseAddress);
    return box;
  }
}
