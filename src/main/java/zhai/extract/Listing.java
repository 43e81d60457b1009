package zhai.extract;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/// Recognises a page that lists other pages: a front page, a category, an archive, a search.
///
/// Two shapes are refused. One is hardly anything but links. The other is a row of cards, alike and
/// side by side, each under a heading that is a link to the rest of it; together they are the
/// page's text. An article that recommends fifty things has such a row too, so the cards must look
/// like those of a site's own pages: the headings lead to one host, this one, and the cards call
/// themselves posts, or carry dates, or are paged through.
final class Listing {
  /// A listing has this many cards.
  private static final int MIN_CARDS = 4;

  /// The cards of a listing hold this share of the page's prose.
  private static final double CARD_SHARE = 0.7;

  /// One card that holds more than this share is the article, the others are related.
  private static final double MAX_CARD = 0.6;

  /// This share of a heading is the link, and this share of the links leads to one host.
  private static final double MOST = 0.6;

  private static final double MAX_LINK_DENSITY = 0.75;
  private static final int MIN_LINKS = 25;
  private static final double MAX_LINKED_PROSE = 300;

  /// So many cards are looked for in what was found; a page may have thousands.
  private static final int CARD_SAMPLE = 24;

  /// A heading that leads to another page; headings of documentation link to themselves.
  private static final Evaluator LINKED =
      Selector.evaluatorOf(":has(a[href]:not([href^=#], [href*=#], [href^=javascript]))");

  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3");

  private static final PageSelector PAGING =
      PageSelector.parse(
          "a[rel=next], link[rel=next], .pagination, .pager, .page-numbers, .wp-pagenavi,"
              + " .paginator, body.archive, body.blog, body.category, body.search-results");

  private static final Evaluator DATED =
      Selector.evaluatorOf("time, .date, .time, .post-date, .entry-date, .published");

  /// What sites call the cards of their own pages.
  private static final Pattern POST =
      Pattern.compile(
          "(^|[-_ ])(post|entry|hentry|article|blog|news|teaser|excerpt|summary)([-_ ]|$)",
          Pattern.CASE_INSENSITIVE);

  /// Links to who wrote it, not to the rest of it.
  private static final Pattern PERSON =
      Pattern.compile(
          "/(people|users?|u|members?|profile|authors?|home)[/=]|space-uid|[?&]uid=|/@",
          Pattern.CASE_INSENSITIVE);

  private Listing() {}

  /// One entry of the listing.
  ///
  /// @param link the address in its heading
  private record Card(Element element, String link) {
    boolean isPost() {
      return element.normalName().equals("article")
          || POST.matcher(element.className()).find()
          || element.selectFirst(DATED) != null;
    }
  }

  static boolean isOne(Page.Html page, MainContent main) {
    Element body = page.document().body();
    if (isMostlyLinks(TextCount.untilProse(body, MAX_LINKED_PROSE))) {
      return true;
    }
    List<List<Card>> rows = rows(page).stream().filter(row -> isOfCards(row, page)).toList();
    if (rows.isEmpty()) {
      return false;
    }
    double prose = TextCount.of(body).prose();
    return rows.stream().anyMatch(row -> areThePage(row, prose) && areIn(main, row));
  }

  private static boolean isOfCards(List<Card> row, Page.Html page) {
    return row.size() >= MIN_CARDS
        && areOfThisSite(row, page)
        && (row.stream().filter(Card::isPost).count() > row.size() * MOST
            || page.index().has(PAGING));
  }

  private static boolean isMostlyLinks(TextCount all) {
    return all.links() >= MIN_LINKS
        && all.linkWeight() > all.weight() * MAX_LINK_DENSITY
        && all.prose() < MAX_LINKED_PROSE;
  }

  /// Elements with a linked heading, alike in tag and class, side by side.
  private static Collection<List<Card>> rows(Page.Html page) {
    List<Element> headings =
        page.index().elements().stream()
            .filter(element -> HEADINGS.contains(element.normalName()) && element.is(LINKED))
            .toList();
    Map<Element, Integer> headingsIn = new HashMap<>();
    for (Element heading : headings) {
      for (Element up = heading; up != null; up = up.parent()) {
        headingsIn.merge(up, 1, Integer::sum);
      }
    }
    Map<String, List<Card>> rows = new LinkedHashMap<>();
    for (Element heading : headings) {
      Element around = around(heading, headingsIn);
      String link = link(heading);
      if (around != null && around.parent() != null && link != null) {
        String kind = around.className().strip().replaceFirst("\\s.*", "").replaceAll("\\d+", "");
        String row = System.identityHashCode(around.parent()) + around.normalName() + kind;
        rows.computeIfAbsent(row, _ -> new ArrayList<>()).add(new Card(around, link));
      }
    }
    return rows.values();
  }

  /// The outermost element around a heading that has no other linked heading in it.
  private static @Nullable Element around(Element heading, Map<Element, Integer> headingsIn) {
    Element around = heading;
    for (Element up = heading.parent();
        up != null && headingsIn.getOrDefault(up, 0) == 1;
        up = up.parent()) {
      around = up;
    }
    return around.equals(heading) ? null : around;
  }

  /// Where the heading leads, if it is a link for the most part and not to a person; else null.
  private static @Nullable String link(Element heading) {
    double all = TextWeight.of(heading.text());
    for (Element link : heading.select("a[href]")) {
      if (TextWeight.of(link.text()) >= all * MOST && !PERSON.matcher(link.attr("href")).find()) {
        return link.attr("href");
      }
    }
    return null;
  }

  private static boolean areOfThisSite(List<Card> row, Page.Html page) {
    Map<String, Integer> hosts = new HashMap<>();
    row.forEach(card -> hosts.merge(host(card.link()), 1, Integer::sum));
    String here = host(page.address());
    String usual = "";
    for (Map.Entry<String, Integer> host : hosts.entrySet()) {
      usual = host.getValue() >= row.size() * MOST ? host.getKey() : usual;
    }
    boolean isUsual = hosts.getOrDefault(usual, 0) >= row.size() * MOST;
    return isUsual && (usual.isEmpty() || here.isEmpty() || isSameSite(usual, here));
  }

  private static boolean isSameSite(String one, String other) {
    return lastTwoParts(one).equals(lastTwoParts(other));
  }

  private static String lastTwoParts(String host) {
    int last = host.lastIndexOf('.');
    int before = last < 0 ? -1 : host.lastIndexOf('.', last - 1);
    return host.substring(before + 1);
  }

  /// Empty for an address within the site, or one that can't be read.
  private static String host(String address) {
    try {
      String host = URI.create(address.strip()).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  private static boolean areThePage(List<Card> row, double prose) {
    double inside = 0;
    double largest = 0;
    for (Card card : row) {
      double weight = TextCount.of(card.element()).prose();
      inside += weight;
      largest = Math.max(largest, weight);
    }
    return inside >= prose * CARD_SHARE && largest <= inside * MAX_CARD && inside > 0;
  }

  /// Whether the cards are what was found as the article: otherwise they are a stream below it.
  private static boolean areIn(MainContent main, List<Card> row) {
    String text = main.element().text();
    int step = Math.max(1, row.size() / CARD_SAMPLE);
    List<Card> sample =
        Stream.iterate(0, at -> at < row.size(), at -> at + step).map(row::get).toList();
    long found =
        sample.stream().filter(card -> text.contains(longestBlock(card.element()))).count();
    return found * 2 >= sample.size();
  }

  private static String longestBlock(Element card) {
    return PageMap.of(card).blocks().stream()
        .map(Block::text)
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }
}
