package zhai.extract;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import zhai.model.PageDate;

/// When a page says that it was published and updated.
///
/// Two witnesses are heard for the publication: the head (structured data, `meta`) and the date
/// that is printed by the title. The head's has the time and the zone, but often in UTC, in which
/// the day may be another one than the reader's; and a site that redates its articles prints the
/// day of the change as theirs. So the printed day is believed where it is near the head's, or
/// where the head knows it too. A page without either may still have a date line, or a date in its
/// address; and if it only says when it was changed, that is the date of the text that it shows.
final class PageDates {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "/(?<y>19\\d\\d|20\\d\\d)[-/_]?(?<m>0[1-9]|1[0-2])(?:[-/_]?(?<d>0[1-9]|[12]\\d|3[01]))(?=[/_.\\-]|$)");
  private static final Pattern RDF =
      Pattern.compile("\\b(?:dc|dcterms|schema):(?:date|created|issued|datePublished)\\b");

  /// Words of a class or id, whole, that a date line has.
  private static final List<String> LINE_NAMES =
      List.of(
          "date",
          "time",
          "pub",
          "pubdate",
          "pubtime",
          "published",
          "publish",
          "info",
          "meta",
          "source",
          "byline",
          "posted",
          "dateline",
          "datum",
          "timestamp",
          "riqi",
          "shijian");

  /// Words that stand before the date of publication, in what language ever.
  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)发布|发表|发稿|時間|时间|日期|posted|published|veröffentlicht|erschienen|datum|publié|publicado|pubblicato|opublikowan|started"
              + " by|created|date:");

  /// From one day to another.
  private static final Pattern PERIOD =
      Pattern.compile(
          "\\d\\s+(?:[-–—]|bis|to|à|do)\\s+\\d{1,2}[./]|\\d\\s*[~～至]\\s*\\d|\\d[–—]\\d{1,2}\\.");

  private static final Pattern DASH = Pattern.compile("\\s*(?:[-–—~～至]|bis|to)\\s*");

  /// Words of a class of what was changed.
  private static final List<String> CHANGED = List.of("updated", "modified", "revision", "lastmod");

  private static final int MAX_LINE = 130;

  /// A line of this length is little else than a date.
  private static final int MAX_PLAIN = 60;

  private static final int MAX_LABEL = 30;

  /// No zone is further from UTC.
  private static final int MAX_OFFSET_MINUTES = 14 * 60;

  /// Pages are not older than this: an earlier day needs a label.
  private static final int FIRST_YEAR = 1991;

  private final MetaTags meta;
  private final StructuredData data;
  private final PageLines lines;
  private final DateText.Order order;
  private final IdentityHashMap<PageLines.Line, Optional<PageDate>> read = new IdentityHashMap<>();

  PageDates(Document document, MetaTags meta, StructuredData data, PageLines lines) {
    this.meta = meta;
    this.data = data;
    this.lines = lines;
    this.order = DateText.Order.of(Metadata.declaredLanguage(document));
  }

  @Nullable PageDate published(String address) {
    PageDate stated = stated();
    PageDate printed = printed();
    if (stated != null) {
      return printed == null ? local(stated, inAddress(address)) : agreed(stated, printed);
    }
    List<Supplier<@Nullable PageDate>> witnesses =
        List.of(
            () -> printed,
            this::printedChange,
            () -> elsewhere(PageDates::isLabelled),
            () -> inAddress(address),
            this::updated,
            () -> elsewhere(PageDates::isNamed),
            () -> elsewhere(line -> line.text().length() <= MAX_PLAIN));
    for (Supplier<@Nullable PageDate> witness : witnesses) {
      PageDate date = witness.get();
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  private static void add(List<PageDate> dates, @Nullable PageDate date) {
    if (date != null) {
      dates.add(date);
    }
  }

  /// What the head says; of several the first.
  private @Nullable PageDate stated() {
    List<PageDate> stated = allStated();
    return stated.isEmpty() ? null : stated.getFirst();
  }

  private List<PageDate> allStated() {
    List<PageDate> stated = new ArrayList<>();
    add(stated, find(data.ofArticle("datePublished", "pubDate", "dateCreated", "uploadDate")));
    for (String key : MetadataWords.PUBLISHED_META) {
      add(stated, find(meta.first(key)));
    }
    return stated;
  }

  /// When it was last changed; never guessed from the visible page.
  @Nullable PageDate updated() {
    PageDate fromData = find(data.ofArticle("dateModified", "upDate"));
    if (fromData != null) {
      return fromData;
    }
    PageDate fromMeta = find(meta.first(MetadataWords.UPDATED_META));
    return fromMeta != null ? fromMeta : markedAsChanged();
  }

  private @Nullable PageDate find(@Nullable String text) {
    return DateText.find(text, order);
  }

  private @Nullable PageDate markedAsChanged() {
    for (PageLines.Line line : lines.all()) {
      Element element = line.element();
      boolean marked =
          line.part() == PageLines.Part.WHOLE
              && (element.attr("itemprop").equals("dateModified")
                  || (element.normalName().equals("time") && element.hasClass("updated")));
      PageDate date = marked ? inLine(line) : null;
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  /// The date of publication printed near the title.
  private @Nullable PageDate printed() {
    for (PageLines.Line line : lines.head()) {
      PageDate date = inLine(line);
      if (date != null && !isAboutAChange(line) && (isOfThePage(date) || isLabelled(line))) {
        return date;
      }
    }
    return null;
  }

  private static boolean isOfThePage(PageDate date) {
    return date.day().getYear() >= FIRST_YEAR;
  }

  /// The date of a change printed between the title and the text. At the end of a page it is no
  /// date of the text's: encyclopedias and manuals have one there.
  private @Nullable PageDate printedChange() {
    for (PageLines.Line line : lines.head()) {
      PageDate date = inLine(line);
      if (date != null && isAboutAChange(line)) {
        return date;
      }
      boolean paragraph =
          line.element().normalName().equals("p") && line.text().length() > MAX_PLAIN;
      if (paragraph || line.part() == PageLines.Part.EDGE) {
        return null;
      }
    }
    return null;
  }

  private @Nullable PageDate inLine(PageLines.Line line) {
    return read.computeIfAbsent(line, one -> Optional.ofNullable(readLine(one))).orElse(null);
  }

  private @Nullable PageDate readLine(PageLines.Line line) {
    Element element = line.element();
    String text = line.text();
    if (text.length() > MAX_LINE || isSentence(text)) {
      return null;
    }
    PageDate shown = find(text);
    if (shown != null
        && (line.isProse()
            || MetadataWords.isAboutSomethingElse(text)
            || MetadataWords.isAboutSomethingElse(before(line.at()))
            || isOfAnotherPage(line))) {
      return null;
    }
    PageDate said = line.part() == PageLines.Part.WHOLE ? fromAttributes(element) : null;
    return said == null || shown == null ? (said != null ? said : shown) : onItsClock(said, shown);
  }

  private static boolean isSentence(String text) {
    return text.length() > MAX_PLAIN && (text.endsWith(".") || text.endsWith("。"));
  }

  private static boolean isAboutAChange(PageLines.Line line) {
    String label = before(line.at());
    List<String> names = NameWords.of(namesOf(line.element()));
    return MetadataWords.isAboutAChange(line.text())
        || MetadataWords.isAboutAChange(label)
        || line.element().attr("itemprop").equals("dateModified")
        || (names.stream().anyMatch(CHANGED::contains) && !names.contains("published"));
  }

  /// The classes of an element and of those in it that hold its whole text.
  private static String namesOf(Element element) {
    StringBuilder names = new StringBuilder(element.className());
    Element inner = element;
    while (inner.childrenSize() == 1 && inner.ownText().isBlank()) {
      inner = inner.child(0);
      names.append(' ').append(inner.className());
    }
    return names.toString();
  }

  /// The short text right before something.
  private static String before(Node at) {
    Node before = at.previousSibling();
    while (before instanceof TextNode text && text.isBlank()) {
      before = before.previousSibling();
    }
    String text =
        switch (before) {
          case TextNode node -> node.text();
          case Element sibling -> sibling.text();
          case null, default -> "";
        };
    return text.length() > MAX_LABEL ? "" : text;
  }

  private @Nullable PageDate fromAttributes(Element element) {
    boolean date =
        element.hasAttr("datetime")
            || element.attr("itemprop").startsWith("date")
            || RDF.matcher(element.attr("property")).find()
            || element.hasAttr("pubdate")
            || element.hasAttr("title") && element.text().length() < 40;
    if (date) {
      for (String attribute : List.of("datetime", "content", "pubdate", "title")) {
        PageDate found = find(element.attr(attribute));
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /// The stated date where the printed one is the same day; else the printed one where it is the
  /// reader's day of the same time, or where the head knows it as well.
  private PageDate agreed(PageDate stated, PageDate printed) {
    PageDate local = onItsClock(stated, printed);
    if (local != stated || stated.day().equals(printed.day())) {
      return local;
    }
    if (isNextTo(stated, printed)) {
      return printed;
    }
    List<PageDate> known = allStated();
    add(known, updated());
    return known.stream()
        .filter(date -> date.day().equals(printed.day()))
        .findFirst()
        .orElse(stated);
  }

  /// A time in UTC on the clock that the page shows: the same moment, told with the difference
  /// between the two. Unchanged where they don't tell the same moment.
  private static PageDate onItsClock(PageDate utc, PageDate shown) {
    LocalTime said = utc.time();
    LocalTime clock = shown.time();
    if (said == null
        || clock == null
        || !ZoneOffset.UTC.equals(utc.offset())
        || shown.offset() != null) {
      return utc;
    }
    long minutes =
        Duration.between(
                utc.day().atTime(said).truncatedTo(ChronoUnit.MINUTES),
                shown.day().atTime(clock).truncatedTo(ChronoUnit.MINUTES))
            .toMinutes();
    boolean zone = minutes != 0 && minutes % 15 == 0 && Math.abs(minutes) <= MAX_OFFSET_MINUTES;
    return zone
        ? PageDate.of(
            utc.day()
                .atTime(said)
                .atOffset(ZoneOffset.UTC)
                .withOffsetSameInstant(ZoneOffset.ofTotalSeconds((int) minutes * 60)))
        : utc;
  }

  /// Whether a time in UTC may be on that day elsewhere.
  private static boolean isNextTo(PageDate stated, PageDate day) {
    return stated.offset() != null
        && stated.offset().getTotalSeconds() == 0
        && Math.abs(stated.day().toEpochDay() - day.day().toEpochDay()) == 1;
  }

  /// A time in UTC as the day that the address or another statement gives it.
  private PageDate local(PageDate stated, @Nullable PageDate inAddress) {
    for (PageDate other : allStated()) {
      if (isNextTo(stated, other)) {
        return other;
      }
    }
    return inAddress != null && isNextTo(stated, inAddress) ? inAddress : stated;
  }

  /// The date of the first line of this kind, wherever it stands; of a period none.
  private @Nullable PageDate elsewhere(Predicate<PageLines.Line> kind) {
    for (PageLines.Line line : lines.all()) {
      PageDate date = inLine(line);
      if (date != null
          && kind.test(line)
          && !isAboutAChange(line)
          && (isOfThePage(date) || isLabelled(line))
          && !isOfAPeriod(line)) {
        return date;
      }
    }
    return null;
  }

  /// Whether the line is, or begins with, an entry of a list beside a link, and the entry after or
  /// before it is like it: the date is that of the page that the link leads to.
  private boolean isOfAnotherPage(PageLines.Line line) {
    Element around = line.element().closest("li");
    Element entry = around != null ? around : line.element().selectFirst("li");
    return isDatedLink(entry)
        && entry != null
        && (isDatedLink(entry.nextElementSibling()) || isDatedLink(entry.previousElementSibling()));
  }

  private boolean isDatedLink(@Nullable Element entry) {
    return entry != null
        && entry.selectFirst("a[href]") != null
        && entry.text().length() <= PageLines.MAX_LENGTH
        && find(entry.text()) != null;
  }

  /// Whether the line tells of a period, or is the first or the last day of one.
  private boolean isOfAPeriod(PageLines.Line line) {
    Element element = line.element();
    return PERIOD.matcher(line.text()).find()
        || (line.part() == PageLines.Part.WHOLE
            && (isUntil(element, element.nextSibling(), element.nextElementSibling())
                || isUntil(element, element.previousSibling(), element.previousElementSibling())));
  }

  private boolean isUntil(Element day, @Nullable Node between, @Nullable Element other) {
    return between instanceof TextNode dash
        && DASH.matcher(dash.text()).matches()
        && other != null
        && other.normalName().equals(day.normalName())
        && find(other.text()) != null;
  }

  private static boolean isLabelled(PageLines.Line line) {
    return line.element().normalName().equals("time") || LABEL.matcher(line.text()).find();
  }

  private static boolean isNamed(PageLines.Line line) {
    List<String> words = NameWords.of(line.element().className() + " " + line.element().id());
    return words.stream().anyMatch(LINE_NAMES::contains);
  }

  private static @Nullable PageDate inAddress(String address) {
    Matcher matcher = ADDRESS.matcher(address);
    return matcher.find()
        ? DateText.find(matcher.group("y") + "-" + matcher.group("m") + "-" + matcher.group("d"))
        : null;
  }
}
