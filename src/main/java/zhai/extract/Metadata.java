package zhai.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/// What a page says about itself, read from where it says it, most trusted first: JSON-LD,
/// `citation_*` and OpenGraph, Dublin Core, marked-up elements, the plain head, the visible page.
/// Where it says nothing, nothing is said.
final class Metadata {
  private static final Evaluator CANONICAL = Selector.evaluatorOf("link[rel=canonical]");
  private static final Evaluator CONTENT_LANGUAGE =
      Selector.evaluatorOf("meta[http-equiv=content-language]");
  private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s/]+.*");

  private final Page.Html page;
  private final Document document;
  private final String address;
  private final MetaTags meta;
  private final StructuredData data;

  private Metadata(Page.Html page, StructuredData data) {
    this.page = page;
    this.document = page.document();
    this.address = page.address();
    this.meta = MetaTags.of(page.index());
    this.data = data;
  }

  /// Everything but the language, which needs the article's text: see {@link Language}.
  static PageFacts read(Page.Html page, StructuredData data) {
    return new Metadata(page, data).facts();
  }

  private PageFacts facts() {
    String site = site();
    PageTitle titles = new PageTitle(page, meta, data, new PageTitle.Site(site, host()));
    String title = titles.find();
    PageLines lines = PageLines.of(document, titles.shownAs(title));
    PageDates dates = new PageDates(document, meta, data, lines);
    return new PageFacts(
        title,
        new Byline(meta, data, lines, new AuthorName(site, host())).find(),
        site,
        null,
        ChinaTime.complete(dates.published(address), document, host()),
        ChinaTime.complete(dates.updated(), document, host()),
        canonical(),
        description(),
        leadImage());
  }

  /// The page's own word for its language, or null.
  static @Nullable String declaredLanguage(Document document) {
    Element html = document.firstElementChild();
    String lang = html == null ? "" : html.attr("lang");
    if (lang.isBlank() && html != null) {
      lang = html.attr("xml:lang");
    }
    if (lang.isBlank()) {
      lang = document.head().select(CONTENT_LANGUAGE).attr("content");
    }
    return lang.isBlank() ? null : lang;
  }

  private String host() {
    try {
      String host = URI.create(address).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  private @Nullable String site() {
    String stated = meta.first("og:site_name", "application-name", "citation_journal_title");
    if (stated != null) {
      return stated;
    }
    JsonNode article = data.article();
    return article == null ? null : StructuredData.text(article.path("publisher"), "name");
  }

  private @Nullable String description() {
    JsonNode article = data.article();
    String fromData = article == null ? null : StructuredData.text(article, "description");
    String stated =
        meta.first("og:description", "description", "twitter:description", "dc.description");
    return stated != null ? stated : fromData;
  }

  private @Nullable String canonical() {
    String link = absolute(document.head().select(CANONICAL).attr("href"));
    return link != null ? link : absolute(meta.first("og:url"));
  }

  private @Nullable String leadImage() {
    String stated =
        absolute(meta.first("og:image", "og:image:url", "twitter:image", "twitter:image:src"));
    JsonNode article = data.article();
    if (stated != null || article == null) {
      return stated;
    }
    JsonNode image = article.path("image");
    image = image.isArray() && !image.isEmpty() ? image.get(0) : image;
    return absolute(image.isTextual() ? image.asText() : StructuredData.text(image, "url"));
  }

  /// An absolute http(s) address, or null.
  private @Nullable String absolute(@Nullable String reference) {
    if (reference == null || reference.isBlank()) {
      return null;
    }
    String resolved = org.jsoup.internal.StringUtil.resolve(address, reference.strip());
    return WEB.matcher(resolved).matches() ? resolved : null;
  }
}
