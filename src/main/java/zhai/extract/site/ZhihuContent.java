package zhai.extract.site;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Zhihu's own HTML → plain semantic HTML, in all three dialects (the page's JSON, the interface,
/// the page as the browser shows it): advertisements and search links out, cards and videos as
/// links, wrapped links unwrapped, footnotes gathered from the attributes that hold them. Formulas
/// and late pictures are the content writer's matter.
final class ZhihuContent {
  private static final String BASE = "https://www.zhihu.com/";

  private static final String DROPPED =
      "a[data-draft-type=mcn-link-card], a[data-draft-type=ad-link-card],"
          + " a[data-draft-type=edu-card], .RichText-MCNLinkCardContainer, .MCNLinkCard,"
          + " .RichText-ADLinkCardContainer, .RichText-EduCardContainer, .GifPlayer-icon,"
          + " .ZVideoToolbar, .ReferenceList-title, button, svg,"
          + " #VirtualCatalogAnchorPoint";

  /// Links that Zhihu puts on words, now and in earlier years; they are not the author's.
  private static final String SEARCH_LINKS =
      "a.RichContent-EntityWord, a[href*=zhida.zhihu.com/search], a[href*=zhida_source=entity],"
          + " a[href*=search_source=Entity], span[data-search-entity]";

  private ZhihuContent() {}

  static Element parse(String html) {
    Element body = Jsoup.parseBodyFragment(html, BASE).body();
    return normalise(body);
  }

  /// An empty element to gather content in.
  static Element box() {
    Element box = new Element("div");
    box.setBaseUri(BASE);
    return box;
  }

  /// Appends one of several texts, whose footnotes each count from 1.
  ///
  /// @param scope what keeps their targets apart
  static void append(Element box, Element content, String scope) {
    content.select("li[id^=fn-]").forEach(note -> note.attr("id", note.id() + "-" + scope));
    content
        .select("sup > a[href^=#fn-]")
        .forEach(mark -> mark.attr("href", mark.attr("href") + "-" + scope));
    box.appendChildren(List.copyOf(content.childNodes()));
  }

  /// The same of an element that stays as it is.
  static Element copy(Element shown) {
    return normalise(shown.clone());
  }

  /// @param dom changed
  static Element normalise(Element dom) {
    dom.setBaseUri(BASE);
    dom.select(DROPPED).remove();
    dom.select(SEARCH_LINKS).forEach(Element::unwrap);
    dom.select("a.video-box").forEach(box -> replaceWithLink(box, box.attr("data-name"), "视频"));
    dom.select("a[data-draft-type$=link-card], a.LinkCard").forEach(ZhihuContent::replaceCard);
    dom.select("a[href]").forEach(WrappedLink::unwrapIn);
    dom.select("img[data-thumbnail]").forEach(ZhihuContent::keepMoving);
    gatherFootnotes(dom);
    return dom;
  }

  private static void replaceCard(Element card) {
    Element title = card.selectFirst(".LinkCard-title");
    String words = card.attr("data-text");
    replaceWithLink(card, words.isBlank() && title != null ? title.text() : words, card.text());
  }

  private static void replaceWithLink(Element box, String words, String otherwise) {
    String href = box.attr("href");
    String known = words.isBlank() ? otherwise : words;
    String target = WrappedLink.unwrap(href).orElse(href);
    Element paragraph = new Element("p");
    paragraph.appendElement("a").attr("href", href).text(known.isBlank() ? target : known);
    box.replaceWith(paragraph);
  }

  /// A moving picture's `data-original` is a still of it.
  private static void keepMoving(Element img) {
    if (img.attr("src").matches(".*\\.gif(?:\\?.*)?")) {
      img.removeAttr("data-original").removeAttr("data-actualsrc");
    }
  }

  /// The body has only the marks; each carries its note. Several marks may carry the same one.
  private static void gatherFootnotes(Element dom) {
    Map<Integer, Element> notes = new TreeMap<>();
    for (Element mark : dom.select("sup[data-draft-type=reference][data-numero]")) {
      String number = mark.attr("data-numero").strip();
      if (number.matches("\\d{1,4}")) {
        notes.computeIfAbsent(Integer.valueOf(number), _ -> note(mark, number));
        mark.html("").appendElement("a").attr("href", "#fn-" + number).text(number);
      }
    }
    if (!notes.isEmpty()) {
      dom.select("h2:has(+ .ReferenceList), .ReferenceList").remove();
      Element list = dom.appendElement("ol").addClass("footnotes");
      notes.values().forEach(list::appendChild);
    }
  }

  private static Element note(Element mark, String number) {
    Element item = new Element("li").attr("id", "fn-" + number);
    String text = mark.attr("data-text").strip();
    String url = mark.attr("data-url").strip();
    String target = WrappedLink.unwrap(url).orElse(url);
    item.text(text);
    if (!target.isEmpty()) {
      item.appendText(text.isEmpty() ? "" : " ");
      item.appendElement("a").attr("href", target).text(target);
    }
    return item;
  }

  static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text.strip();
  }
}
