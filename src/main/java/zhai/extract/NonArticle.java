package zhai.extract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import zhai.model.Verdict;

/// Recognises pages without an article: shells that need JavaScript, listings of other pages,
/// profiles. Only what shows by its structure is refused; a page in doubt is read, because the user
/// wanted it.
final class NonArticle {
  /// Less than this on a page with scripts is a shell.
  private static final double MIN_WEIGHT = 40;

  /// A listing has this many cards.
  private static final int MIN_CARDS = 4;

  /// The cards of a listing hold this share of the page's prose.
  private static final double CARD_SHARE = 0.7;

  /// One card that holds more than this share is the article, the others are related.
  private static final double MAX_CARD = 0.6;

  private static final double MAX_LINK_DENSITY = 0.75;
  private static final int MIN_LINKS = 25;
  private static final double MAX_LINKED_PROSE = 300;

  /// A heading that leads to another page; headings of documentation link to themselves.
  private static final String LINKED_HEADING =
      ":is(h1, h2, h3):has(a[href]:not([href^=#], [href*=#]))";

  private NonArticle() {}

  /// Why the page is no article, or null.
  static @Nullable Refusal judge(Page.Html page, MainContent main, StructuredData data) {
    if (isShell(page, main)) {
      return new Refusal(Verdict.EMPTY, "The page shows nothing without JavaScript.");
    }
    if (main.weight() == 0 && main.element().selectFirst("img, video, iframe") == null) {
      return new Refusal(Verdict.EMPTY, "The page has no text.");
    }
    if (main.conversation() || isDeclaredArticle(page, data) || NamedContainers.hasOneBody(page)) {
      return null;
    }
    return isListing(page, main)
        ? new Refusal(Verdict.NOT_ARTICLE, "The page lists other pages; it is not an article.")
        : null;
  }

  private static boolean isShell(Page.Html page, MainContent main) {
    return main.weight() < MIN_WEIGHT
        && page.document().selectFirst("script") != null
        && main.element().selectFirst("img, video, iframe, pre, table") == null
        && (main.weight() == 0
            || page.document().selectFirst("noscript, #root, #app, #__next, #__nuxt, app-root")
                != null);
  }

  private static boolean isDeclaredArticle(Page.Html page, StructuredData data) {
    return page.document()
                .selectFirst("meta[property=og:type][content=article], [itemprop=articleBody]")
            != null
        || data.hasType(List.of("NewsArticle", "BlogPosting", "Article", "TechArticle"));
  }

  private static boolean isListing(Page.Html page, MainContent main) {
    Element body = page.document().clone().body();
    Pruning.machinery(body);
    BlockMap map = BlockMap.of(body);
    var all = map.in(body);
    double prose = map.prose(all);
    double weight = map.weight(all);
    boolean mostlyLinks =
        body.select("a[href]").size() >= MIN_LINKS
            && map.linkWeight(all) > weight * MAX_LINK_DENSITY
            && prose < MAX_LINKED_PROSE;
    return mostlyLinks
        || cards(body).stream()
            .anyMatch(cards -> areThePage(cards, map, prose) && areIn(main, cards));
  }

  /// Elements with a linked heading, alike in tag and class, side by side.
  private static Collection<List<Element>> cards(Element body) {
    Map<String, List<Element>> groups = new LinkedHashMap<>();
    for (Element heading : body.select(LINKED_HEADING)) {
      Element card = card(heading);
      if (card != null && card.parent() != null) {
        String kind = card.className().strip().replaceFirst("\\s.*", "").replaceAll("\\d+", "");
        String key = System.identityHashCode(card.parent()) + card.normalName() + kind;
        List<Element> group = groups.computeIfAbsent(key, _ -> new ArrayList<>());
        if (!group.contains(card)) {
          group.add(card);
        }
      }
    }
    return groups.values();
  }

  /// The outermost element around a heading that has no other linked heading in it.
  private static @Nullable Element card(Element heading) {
    Element card = heading;
    while (card.parent() != null && card.parent().select(LINKED_HEADING).size() == 1) {
      card = card.parent();
    }
    return card.equals(heading) ? null : card;
  }

  /// Whether the cards are what was found as the article: otherwise they are a stream below it.
  private static boolean areIn(MainContent main, List<Element> cards) {
    String text = main.element().text();
    long found = cards.stream().filter(card -> text.contains(longestBlock(card))).count();
    return found * 2 >= cards.size();
  }

  private static String longestBlock(Element card) {
    String longest = "";
    for (TextBlock block : TextBlock.of(card)) {
      String text = block.owner().text();
      longest = text.length() > longest.length() && !block.owner().equals(card) ? text : longest;
    }
    return longest;
  }

  private static boolean areThePage(List<Element> cards, BlockMap map, double prose) {
    if (cards.size() < MIN_CARDS) {
      return false;
    }
    double inside = map.prose(map.in(cards));
    double largest = cards.stream().mapToDouble(map::prose).max().orElse(0);
    return inside >= prose * CARD_SHARE && largest <= inside * MAX_CARD && inside > 0;
  }
}
