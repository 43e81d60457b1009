package zhai.extract;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import zhai.model.PageDate;

/// The clock by which a page of mainland China tells the time. The whole country has one zone,
/// eight hours before UTC, and its pages don't write it: `2024-02-21 09:30` is meant so.
///
/// A page is of the mainland if its host is below `.cn`, if it declares its language as that of
/// China, or if it shows the number under which every site there has to be registered (京ICP备…号).
/// That a text is Chinese says nothing: it may have been written in Toronto.
final class ChinaTime {
  private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);
  private static final Pattern LANGUAGE = Pattern.compile("(?i)zh(?:[-_]hans)?[-_]cn");

  /// The registration's number, by the ideograph of a province.
  private static final Pattern REGISTERED =
      Pattern.compile("\\p{IsHan}\\s?ICP\\s?(?:备|備|证|證)\\s?[0-9A-Z]");

  private static final Evaluator REGISTRY =
      Selector.evaluatorOf("a[href*=beian.miit.gov.cn], a[href*=miitbeian.gov.cn]");

  private ChinaTime() {}

  /// The date with the zone, if it has a time without one and the page is of the mainland.
  ///
  /// @param host the page's, lower case; empty if unknown
  static @Nullable PageDate complete(@Nullable PageDate date, Document document, String host) {
    LocalTime time = date == null || date.offset() != null ? null : date.time();
    return date != null && time != null && isOfTheMainland(document, host)
        ? new PageDate(date.day(), time, ZONE)
        : date;
  }

  private static boolean isOfTheMainland(Document document, String host) {
    String language = Metadata.declaredLanguage(document);
    return host.endsWith(".cn")
        || (language != null && LANGUAGE.matcher(language.strip()).matches())
        || document.body().selectFirst(REGISTRY) != null
        || showsRegistration(document.body());
  }

  private static boolean showsRegistration(Element body) {
    return body.stream()
        .filter(ChinaTime::mayShowRegistration)
        .map(Element::ownText)
        .anyMatch(text -> text.contains("ICP") && REGISTERED.matcher(text).find());
  }

  /// Most elements have no text of their own, or none with such a letter.
  private static boolean mayShowRegistration(Element element) {
    for (Node node = element.firstChild(); node != null; node = node.nextSibling()) {
      if (node instanceof TextNode text && text.getWholeText().indexOf('C') >= 0) {
        return true;
      }
    }
    return false;
  }
}
