package zhai.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import zhai.model.PageDate;

/// When a page says that it was published and updated: by its structured data, its `meta`, its
/// marked-up elements, the date near the title, and the date in its address, in this order.
final class PageDates {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "/(?<y>19\\d\\d|20\\d\\d)[-/_]?(?<m>0[1-9]|1[0-2])(?:[-/_]?(?<d>0[1-9]|[12]\\d|3[01]))(?=[/_.\\-]|$)");
  private static final String MARKED =
      "[itemprop=datePublished], time[pubdate], time.entry-date, time.published, .published[title],"
          + " abbr.published, .dt-published, [property=datePublished]";

  /// Elements that hold the date line on pages that mark nothing up.
  private static final String LINES =
      "[class*=date], [class*=time], [class*=pub], [class*=info], [class*=meta], [class*=source],"
          + " [class*=byline], [class*=posted], [id*=date], [id*=time], [id*=pub], [id*=source]";

  private static final Pattern RELATIVE_OR_LATER =
      Pattern.compile("(?:update|modif|edited|更新|修改|编辑于|aktualisiert)", Pattern.CASE_INSENSITIVE);
  private static final int MAX_LINE = 160;
  private static final String APART =
      "footer, aside, nav, [class*=comment], [class*=related], [class*=sidebar],"
          + " [class*=recommend], [class*=footer], [id*=footer], [id*=comment], [class*=reply]";

  private final Document document;
  private final MetaTags meta;
  private final @Nullable JsonNode article;

  PageDates(Document document, MetaTags meta, StructuredData data) {
    this.document = document;
    this.meta = meta;
    this.article = data.article();
  }

  @Nullable PageDate published(String address) {
    PageDate stated = stated();
    if (stated != null) {
      return stated;
    }
    PageDate marked = marked(MARKED);
    if (marked != null) {
      return marked;
    }
    PageDate visible = visible();
    return visible == null ? inAddress(address) : visible;
  }

  private @Nullable PageDate stated() {
    PageDate fromData =
        article == null
            ? null
            : DateText.find(
                StructuredData.firstText(
                    article, "datePublished", "pubDate", "dateCreated", "uploadDate"));
    return fromData != null
        ? fromData
        : DateText.find(
            meta.first(
                "article:published_time",
                "og:published_time",
                "og:article:published_time",
                "datepublished",
                "citation_publication_date",
                "citation_date",
                "dc.date.issued",
                "dcterms.created",
                "dcterms.date",
                "dc.date",
                "sailthru.date",
                "parsely-pub-date",
                "article.published",
                "pubdate",
                "publishdate",
                "publish_time",
                "publish-date",
                "og:release_date",
                "weibo: article:create_at",
                "date"));
  }

  /// When it was last changed; never guessed from the visible page.
  @Nullable PageDate updated() {
    PageDate fromData =
        article == null
            ? null
            : DateText.find(StructuredData.firstText(article, "dateModified", "upDate"));
    if (fromData != null) {
      return fromData;
    }
    PageDate fromMeta =
        DateText.find(
            meta.first(
                "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified"));
    return fromMeta != null ? fromMeta : marked("[itemprop=dateModified], time.updated");
  }

  private @Nullable PageDate marked(String selector) {
    for (Element element : document.select(selector)) {
      PageDate date = read(element);
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  private static @Nullable PageDate read(Element element) {
    for (String attribute : new String[] {"datetime", "content", "title"}) {
      PageDate date = DateText.find(element.attr(attribute));
      if (date != null) {
        return date;
      }
    }
    return DateText.find(element.text());
  }

  private @Nullable PageDate visible() {
    PageDate inTime = firstLine("time");
    if (inTime != null) {
      return inTime;
    }
    PageDate named = firstLine(LINES);
    return named != null ? named : firstLine("p, span, td, div, li, em, small, font, center, b");
  }

  /// The first short line with a date that is not about a change, outside of what is not the
  /// article.
  private @Nullable PageDate firstLine(String selector) {
    for (Element element : document.select(selector)) {
      String text = element.text();
      if (text.length() <= MAX_LINE && !RELATIVE_OR_LATER.matcher(text).find()) {
        PageDate date = element.normalName().equals("time") ? read(element) : DateText.find(text);
        if (date != null && element.closest(APART) == null) {
          return date;
        }
      }
    }
    return null;
  }

  private static @Nullable PageDate inAddress(String address) {
    Matcher matcher = ADDRESS.matcher(address);
    return matcher.find()
        ? DateText.find(matcher.group("y") + "-" + matcher.group("m") + "-" + matcher.group("d"))
        : null;
  }
}
