package zhai.extract;

import java.util.OptionalInt;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import zhai.model.Content;

/// The pages of a text that has some. In clean HTML a rule between two pages says which one begins:
/// `<hr data-page="7">`.
public final class PdfPages {
  static final String PAGE = "data-page";

  private static final int SEPARATOR = "\n\n".length();

  private PdfPages() {}

  /// A rule before a page.
  static Element before(int page) {
    return new Element("hr").attr(PAGE, Integer.toString(page));
  }

  /// Whether the rule says a page.
  static boolean isBreak(Element rule) {
    return rule.attr(PAGE).matches("\\d{1,5}");
  }

  /// The page on which a place of the text stands, counted from 1; empty if the text has no pages.
  ///
  /// @param place in UTF-16 units of {@link Content#text()}
  public static OptionalInt at(Content content, int place) {
    if (content.html().indexOf("<hr " + PAGE) < 0) {
      return OptionalInt.empty();
    }
    int page = 1;
    int end = 0;
    for (Element block : Jsoup.parseBodyFragment(content.html()).body().children()) {
      if (block.nameIs("hr") && isBreak(block)) {
        if (place < end) {
          break;
        }
        page = Integer.parseInt(block.attr(PAGE));
      } else {
        String text = TextWriter.write(new Element("div").appendChild(block.clone()));
        end += text.isEmpty() ? 0 : text.length() + SEPARATOR;
      }
    }
    return OptionalInt.of(page);
  }
}
