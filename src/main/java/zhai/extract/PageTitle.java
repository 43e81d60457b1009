package zhai.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// The title of the article: what the page's head says, without the site's name and counters.
///
/// The heading that the reader sees is the best witness of where the title ends and the site's name
/// begins: if the head's title contains an `h1`, that is it. Otherwise the part after the last
/// separator goes when it is the site's name or looks like one.
final class PageTitle {
  /// `(99+ 封私信 / 81 条消息) …`, `(3) …`: what a logged-in reader has waiting.
  private static final Pattern COUNTER =
      Pattern.compile(
          "^\\s*[(（][^()（）]{0,30}?(?:私信|消息|通知|\\d+\\+?)\\s*[^()（）]{0,12}[)）]\\s*(?=\\S)");

  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s+[-–—|·•:»«/\\\\<>_~]+\\s+|\\s*[|｜»]+\\s*|\\s*(?:(?<![A-Za-z0-9])_+|_+(?![A-Za-z0-9_]))\\s*|\\s*(?:--|——)\\s*|-(?=\\p{IsHan})|(?<=\\p{IsHan})-");
  private static final PageSelector TITLE = PageSelector.parse("title:not(svg title)");
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3");
  private static final Pattern FRONT_PAGE =
      Pattern.compile("(?:https?://[^/]+)?/?(?:index\\.\\w{2,5}|home)?");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern WORD =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]|[\\p{L}\\d]+");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final int MAX_LENGTH = 500;

  /// Words that begin with so many letters alike are of one stem.
  private static final int STEM = 5;

  /// The weight of seven ideographs.
  private static final double MIN_CHINESE = 16;

  private final Page.Html page;

  /// In the order of the page; an element that is marked as the headline is one.
  private final List<Element> headings;

  private final MetaTags meta;
  private final @Nullable JsonNode article;
  private final String host;

  /// What the site is called: as it says, and as the heading that leads to its front page.
  private final Set<String> names = new HashSet<>();

  /// Where the page stands.
  ///
  /// @param name as the site calls itself, or null
  /// @param host lower case, empty if unknown
  record Site(@Nullable String name, String host) {}

  PageTitle(Page.Html page, MetaTags meta, StructuredData data, Site site) {
    this.page = page;
    this.headings = page.index().elements().stream().filter(PageTitle::isHeading).toList();
    this.meta = meta;
    this.article = data.article();
    this.host = site.host();
    if (site.name() != null) {
      names.add(letters(squeeze(site.name())));
    }
    page.index().tagged("h1").stream()
        .flatMap(heading -> heading.children().stream())
        .filter(PageTitle::leadsToFrontPage)
        .forEach(link -> names.add(letters(squeeze(link.text()))));
  }

  private static boolean leadsToFrontPage(Element child) {
    return child.nameIs("a")
        && child.hasAttr("href")
        && FRONT_PAGE.matcher(child.attr("href")).matches()
        && !child.text().isBlank();
  }

  private static boolean isHeading(Element element) {
    return HEADINGS.contains(element.normalName()) || isHeadline(element);
  }

  private static boolean isHeadline(Element element) {
    return element.attributesSize() > 0
        && element.attr("itemprop").strip().equalsIgnoreCase("headline");
  }

  /// The title, or null if the page has none.
  @Nullable String find() {
    String title = findDressed();
    return title == null ? null : TitleDressing.takeOff(title, host);
  }

  private @Nullable String findDressed() {
    List<String> stated = stated();
    String primary = primary(stated);
    String heading = headingWithin(stated, primary);
    if (heading != null) {
      return withoutName(heading);
    }
    String shown = shownInstead(stated, primary);
    if (shown != null) {
      return shown;
    }
    if (primary != null) {
      return primary;
    }
    Optional<Element> first =
        headings.stream().filter(it -> it.nameIs("h1") || it.nameIs("h2")).findFirst();
    if (first.isPresent() && !first.get().text().isBlank()) {
      return cut(first.get().text().strip());
    }
    return stated.isEmpty() ? null : cut(stated.getFirst());
  }

  /// The most trusted title that is more than the site's name, without it; a title that says
  /// nothing by itself (`Home`) keeps it.
  private @Nullable String primary(List<String> stated) {
    for (String title : stated) {
      String clean = clean(title);
      if (MetadataWords.GENERIC_TITLES.contains(clean.toLowerCase(Locale.ROOT))) {
        return cut(title);
      }
      if (!clean.isEmpty() && !isSite(clean)) {
        return clean;
      }
    }
    return null;
  }

  /// What the head says the title is, most trusted first.
  private List<String> stated() {
    List<String> stated = new ArrayList<>();
    add(stated, article == null ? null : StructuredData.text(article, "headline"));
    add(stated, meta.first("citation_title"));
    add(stated, meta.first("og:title", "weibo: article:title"));
    add(stated, meta.first("twitter:title", "dc.title", "dcterms.title", "headline"));
    add(stated, page.index().find(TITLE).findFirst().map(Element::text).orElse(null));
    return stated;
  }

  private static void add(List<String> stated, @Nullable String title) {
    if (title != null && !title.isBlank()) {
      stated.add(COUNTER.matcher(title.strip()).replaceFirst("").replaceAll("\\s+", " "));
    }
  }

  private static boolean hasJust(Element element, String wanted) {
    if (!mayStandIn(element, wanted)) {
      return false;
    }
    String text = element.ownText();
    return text.length() >= wanted.length()
        && text.length() <= 2 * wanted.length()
        && squeeze(text).equals(wanted);
  }

  /// A heading that a stated title begins with, if it is long enough to be a title; or else an `h1`
  /// that the title has whole between its separators.
  private @Nullable String headingWithin(List<String> stated, @Nullable String primary) {
    String part = null;
    for (Element heading : headings) {
      boolean low = heading.nameIs("h3") && !isHeadline(heading);
      String text = heading.text().strip();
      double weight = TextWeight.of(text);
      if (low || weight < 8 || weight > MAX_LENGTH || isSite(text) || hasPart(heading, primary)) {
        continue;
      }
      String wanted = squeeze(text);
      boolean alone = part == null && heading.normalName().equals("h1") && !isLink(heading);
      for (String title : stated) {
        if (squeeze(title).startsWith(wanted)
            && (TextWeight.of(title) * 0.4 <= weight
                || (title.equals(stated.getFirst()) && isMuchOfFirstPart(title, weight)))) {
          return text;
        }
        part = alone && isPart(title, wanted) ? text : part;
      }
    }
    return part;
  }

  /// Whether a heading of that weight, with which the most trusted title begins, is much of the
  /// title's first part and ends within it.
  private static boolean isMuchOfFirstPart(String title, double weight) {
    double first = TextWeight.of(SEPARATOR.split(title, 2)[0]);
    return first > weight && first * 0.4 <= weight;
  }

  /// Whether the title is one of several elements of a heading; the others are a kicker, a rubric.
  private static boolean hasPart(Element heading, @Nullable String title) {
    return title != null
        && (heading.children().stream().anyMatch(part -> part.text().equals(title))
                && heading.childrenSize() > 1
            || (heading.childrenSize() > 0 && heading.ownText().equals(title)));
  }

  /// A heading that is all a link leads elsewhere: to the front page, in the page's header.
  private static boolean isLink(Element heading) {
    Element link = heading.selectFirst("a[href]");
    return link != null && link.text().length() * 2 > heading.text().length();
  }

  private static boolean isPart(String title, String wanted) {
    String[] parts = SEPARATOR.split(title.replaceFirst("\\s[\\[(][^\\])]*[\\])]$", ""));
    return parts.length > 0
        && (squeeze(parts[0]).equals(wanted) || squeeze(parts[parts.length - 1]).equals(wanted));
  }

  /// The page's only `h1` where it says what the head's title says in other words: that one may be
  /// written for search engines and share cards. Only if it is marked as a title, or the page has
  /// such cards.
  private @Nullable String shownInstead(List<String> stated, @Nullable String primary) {
    Element heading = onlyHeading();
    if (heading == null) {
      return null;
    }
    String text = heading.text().strip();
    String names = (heading.className() + heading.id()).toLowerCase(Locale.ROOT);
    boolean title = Stream.of("title", "headline", "headword").anyMatch(names::contains);
    if (TextWeight.of(text) > MAX_LENGTH || primary == null) {
      return null;
    }
    if (stated.size() == 1 && title && TextWeight.of(text) >= 15) {
      return text;
    }
    boolean rubric = !title && words(text).size() * 2 < words(primary).size();
    boolean marked = title || ((names.contains("head") || stated.size() > 1) && !rubric);
    return marked
            && !hasPart(heading, primary)
            && (isLike(text, stated.getFirst()) || isLike(text, primary))
        ? text
        : null;
  }

  private @Nullable Element onlyHeading() {
    Element only = null;
    for (Element heading : page.index().tagged("h1")) {
      String text = heading.text().strip();
      if (!text.isEmpty() && !isSite(text)) {
        if (only != null && !only.text().strip().equals(text)) {
          return null;
        }
        only = only == null ? heading : only;
      }
    }
    return only;
  }

  /// Whether most words of one of them are in the other.
  private static boolean isLike(String heading, String title) {
    Set<String> shown = words(heading);
    Set<String> said = words(title);
    int least = Math.min(shown.size(), said.size());
    shown.retainAll(said);
    return shown.size() * 2 > least;
  }

  /// The words of a title, long ones by their beginning: an electrician's costs are those of
  /// electrical services. Every ideograph is a word.
  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .forEach(word -> words.add(stem(word.group())));
    return words;
  }

  private static String stem(String word) {
    String one =
        word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    return one.length() > STEM ? one.substring(0, STEM) : one;
  }

  /// The element that shows this title, or null: a heading, else any that has just its words.
  @Nullable Element shownAs(@Nullable String title) {
    String wanted = title == null ? "" : squeeze(title);
    for (Element heading : headings) {
      String text = heading.text();
      if (text.length() <= MAX_LENGTH && !wanted.isEmpty() && squeeze(text).startsWith(wanted)) {
        return heading;
      }
    }
    Element other = wanted.isEmpty() ? null : first(page.document().body(), wanted);
    return other != null ? other : onlyHeading();
  }

  private static @Nullable Element first(Element body, String wanted) {
    return body.stream()
        .filter(
            element -> !element.normalName().equals("a") && !element.normalName().equals("title"))
        .filter(element -> hasJust(element, wanted))
        .findFirst()
        .orElse(null);
  }

  private static String squeeze(String text) {
    return BLANKS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /// Takes off the site's name, after the last separator or before the first, as often as it is
  /// there.
  String clean(String title) {
    String clean = withoutAddress(cut(title.strip()));
    for (int i = 0; i < 3; i++) {
      String shorter = withoutSite(clean);
      if (shorter.equals(clean)) {
        break;
      }
      clean = shorter;
    }
    return clean;
  }

  /// `river.example Ten quiet bridges`: the address of the site before the title.
  private String withoutAddress(String title) {
    int blank = title.indexOf(' ');
    boolean address =
        blank > 0 && title.substring(0, blank).equalsIgnoreCase(host.replaceFirst("^www\\.", ""));
    return address ? title.substring(blank + 1).strip() : title;
  }

  /// A heading without the site's name at its end, where it is known to be that.
  private String withoutName(String heading) {
    var matcher = SEPARATOR.matcher(heading);
    int last = -1;
    int lastEnd = -1;
    while (matcher.find()) {
      last = matcher.start();
      lastEnd = matcher.end();
    }
    boolean named = last > 0 && isSite(heading.substring(lastEnd));
    return named ? heading.substring(0, last).strip() : heading;
  }

  private String withoutSite(String title) {
    var matcher = SEPARATOR.matcher(title);
    int first = -1;
    int firstEnd = -1;
    int last = -1;
    int lastEnd = -1;
    while (matcher.find()) {
      first = first < 0 ? matcher.start() : first;
      firstEnd = firstEnd < 0 ? matcher.end() : firstEnd;
      last = matcher.start();
      lastEnd = matcher.end();
    }
    if (last > 0
        && (isDressing(title.substring(0, last), title.substring(lastEnd))
            || standsAlone(title.substring(0, last)))) {
      return title.substring(0, last).strip();
    }
    if (first > 0 && isSite(title.substring(0, first))) {
      return title.substring(firstEnd).strip();
    }
    return beforeTail(title);
  }

  /// A Chinese title before a site's name that only a blank or a hyphen sets off: the page shows
  /// the title by itself.
  private String beforeTail(String title) {
    for (int end : new int[] {title.lastIndexOf(' '), title.lastIndexOf('-')}) {
      boolean tail = end > 0 && HAN.matcher(title.substring(end)).find();
      String before = tail ? title.substring(0, end).strip() : "";
      if (TextWeight.of(before) >= MIN_CHINESE && standsAlone(before)) {
        return before;
      }
    }
    return title;
  }

  /// Whether what follows the separator is the site's name: known as that, or much shorter than the
  /// title before it.
  private boolean isDressing(String before, String after) {
    double tail = TextWeight.of(after);
    return isSite(after)
        || (tail <= 36 && tail > 0 && TextWeight.of(before) >= Math.max(20, tail * 1.2));
  }

  /// Whether the page shows these words by themselves, as headings do in whatever element.
  private boolean standsAlone(String words) {
    String wanted = words.strip();
    return TextWeight.of(wanted) >= 5
        && page.document().body().stream()
            .anyMatch(element ->
                mayStandIn(element, wanted)
                    && element.ownText().strip().equals(wanted)
                    && !element.normalName().equals("a"));
  }

  /// Whether an element's own text is long enough for these words. Most elements have little or
  /// none, which is seen sooner than what it is.
  private static boolean mayStandIn(Element element, String words) {
    int length = 0;
    for (Node node = element.firstChild(); node != null; node = node.nextSibling()) {
      length += node instanceof TextNode text ? text.getWholeText().length() : 1;
    }
    return length >= words.length();
  }

  private boolean isSite(String text) {
    String name = squeeze(text);
    if (name.isEmpty()) {
      return false;
    }
    if (names.contains(letters(name))) {
      return true;
    }
    String letters = name.replaceAll("[^a-z0-9]", "");
    return letters.length() > 3
        && letters.length() >= name.length() - 4
        && host.replaceAll("[^a-z0-9]", "").contains(letters);
  }

  private static String letters(String name) {
    String letters = name.replaceAll("[^\\p{L}\\d]", "");
    return letters.isEmpty() ? name : letters;
  }

  private static String cut(String title) {
    return title.length() > MAX_LENGTH ? title.substring(0, MAX_LENGTH) + "…" : title;
  }
}
