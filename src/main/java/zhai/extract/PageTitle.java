package zhai.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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
          "\\s+[-–—|·•:»«/\\\\<>_~]+\\s+|\\s*[|｜»_]+\\s*|\\s*(?:--|——)\\s*|-(?=\\p{IsHan})|(?<=\\p{IsHan})-");
  private static final int MAX_LENGTH = 500;

  private final Document document;
  private final MetaTags meta;
  private final @Nullable JsonNode article;
  private final @Nullable String site;
  private final String host;

  /// Where the page stands.
  ///
  /// @param name as the site calls itself, or null
  /// @param host lower case, empty if unknown
  record Site(@Nullable String name, String host) {}

  PageTitle(Document document, MetaTags meta, StructuredData data, Site site) {
    this.document = document;
    this.meta = meta;
    this.article = data.article();
    this.site = site.name();
    this.host = site.host();
  }

  /// The title, or null if the page has none.
  @Nullable String find() {
    String title = findDressed();
    return title == null ? null : TitleDressing.takeOff(title, host);
  }

  private @Nullable String findDressed() {
    List<String> stated = stated();
    String heading = headingWithin(stated);
    if (heading != null) {
      return heading;
    }
    String marked = stated.size() == 1 ? markedHeading() : null;
    if (marked != null) {
      return marked;
    }
    for (String title : stated) {
      String clean = clean(title);
      if (!clean.isEmpty() && !isSite(clean)) {
        return clean;
      }
    }
    Element heading1 = document.selectFirst("h1, h2");
    if (heading1 != null && !heading1.text().isBlank()) {
      return cut(heading1.text().strip());
    }
    return stated.isEmpty() ? null : cut(stated.getFirst());
  }

  /// What the head says the title is, most trusted first.
  private List<String> stated() {
    List<String> stated = new ArrayList<>();
    add(stated, article == null ? null : StructuredData.text(article, "headline"));
    add(stated, meta.first("citation_title"));
    add(stated, meta.first("og:title", "weibo: article:title"));
    add(stated, meta.first("twitter:title", "dc.title", "dcterms.title", "headline"));
    add(stated, document.title());
    return stated;
  }

  private static void add(List<String> stated, @Nullable String title) {
    if (title != null && !title.isBlank()) {
      stated.add(COUNTER.matcher(title.strip()).replaceFirst("").replaceAll("\\s+", " "));
    }
  }

  /// A heading that a stated title contains, if it is long enough to be a title.
  private @Nullable String headingWithin(List<String> stated) {
    for (Element heading : document.select("h1, [itemprop=headline], h2")) {
      String text = heading.text().strip();
      double weight = TextWeight.of(text);
      if (weight < 8 || weight > MAX_LENGTH || isSite(text)) {
        continue;
      }
      for (String title : stated) {
        boolean most = TextWeight.of(title) * 0.4 <= weight;
        if (most && squeeze(title).startsWith(squeeze(text))) {
          return text;
        }
      }
    }
    return null;
  }

  /// The page's only `h1` if it is marked as a title: the head's title may be written for search
  /// engines.
  private @Nullable String markedHeading() {
    List<Element> headings = document.select("h1");
    if (headings.size() != 1) {
      return null;
    }
    Element heading = headings.getFirst();
    String names = (heading.className() + heading.id()).toLowerCase(Locale.ROOT);
    String text = heading.text().strip();
    boolean marked = names.contains("title") || names.contains("headline");
    return marked && TextWeight.of(text) >= 15 && !isSite(text) ? cut(text) : null;
  }

  private static String squeeze(String text) {
    return text.replaceAll("[\\s\\p{Z}]+", "").toLowerCase(Locale.ROOT);
  }

  /// Takes off the site's name, after the last separator or before the first, as often as it is
  /// there.
  String clean(String title) {
    String clean = cut(title.strip());
    for (int i = 0; i < 3; i++) {
      String shorter = withoutSite(clean);
      if (shorter.equals(clean)) {
        break;
      }
      clean = shorter;
    }
    return clean;
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
        && document.body().stream()
            .anyMatch(element ->
                element.ownText().strip().equals(wanted) && !element.normalName().equals("a"));
  }

  private boolean isSite(String text) {
    String name = squeeze(text);
    if (name.isEmpty()) {
      return false;
    }
    if (site != null && name.equals(squeeze(site))) {
      return true;
    }
    String letters = name.replaceAll("[^a-z0-9]", "");
    return letters.length() > 3
        && letters.length() >= name.length() - 4
        && host.replaceAll("[^a-z0-9]", "").contains(letters);
  }

  private static String cut(String title) {
    return title.length() > MAX_LENGTH ? title.substring(0, MAX_LENGTH) + "…" : title;
  }
}
