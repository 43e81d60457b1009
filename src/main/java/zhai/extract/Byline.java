package zhai.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Who wrote it: by the structured data, the `meta`, the marked-up elements and the visible line
/// 作者：… or By …, in this order. 来源 names where a text came from and is no author.
final class Byline {
  private static final String MARKED =
      "[itemprop=author] [itemprop=name], [itemprop=author], [rel=author], .byline-name,"
          + " .author-name, .author_name, .authorname, .p-author, .byline__name, .article-author,"
          + " .article__author, .entry-author, .post-author, .byline, .author a, .author, #author";
  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:(?:written |posted |words"
              + " )?by|von|par|por|author|作者|記者|记者|撰文|文|文字|原创|编者)(?:\\s*[|｜/:：]\\s*|\\s+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern VISIBLE =
      Pattern.compile(
          "(?:作者|撰文|撰稿|文/图|文字|本报记者|记者)\\s*[:：/|｜]\\s*(?<cn>[^\\s,，。;；:：|｜()（）\\[\\]【】<>《》]{2,20})"
              + "|^by\\s+(?<en>[A-Z][\\p{L}.'-]+(?:\\s+[A-Z][\\p{L}.'-]+){1,3})\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TAIL =
      Pattern.compile(
          "(?:\\s*[|•·]|\\s{2,}|\\s[-–—]\\s|,\\s*(?:\\d|published|updated|posted)|\\s+(?:on|am|published|updated|posted)\\s).*$",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> NOBODY =
      Set.of(
          "admin",
          "administrator",
          "editor",
          "webmaster",
          "anonymous",
          "unknown",
          "author",
          "by",
          "null",
          "undefined",
          "佚名",
          "作者",
          "未知",
          "匿名");
  private static final int MAX_LENGTH = 80;
  private static final int MAX_AUTHORS = 50;
  private static final int MAX_LINE = 200;

  private final Document document;
  private final MetaTags meta;
  private final @Nullable JsonNode article;
  private final @Nullable String site;

  Byline(Document document, MetaTags meta, StructuredData data, @Nullable String site) {
    this.document = document;
    this.meta = meta;
    this.article = data.article();
    this.site = site;
  }

  @Nullable String find() {
    List<List<String>> sources = List.of(structured(), cited(), stated());
    for (List<String> names : sources) {
      String joined = join(names);
      if (joined != null) {
        return joined;
      }
    }
    String marked = marked();
    return marked != null ? marked : visible();
  }

  private List<String> structured() {
    List<String> names = new ArrayList<>();
    if (article != null) {
      JsonNode authors = article.path("author");
      for (JsonNode author : authors.isArray() ? authors : List.of(authors)) {
        String name = author.isTextual() ? author.asText() : StructuredData.text(author, "name");
        if (name != null) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /// The authors of a paper, given name first; `citation_author` often has it last.
  private List<String> cited() {
    return meta.all("citation_author").stream()
        .map(name -> name.replaceFirst("^([^,]+),\\s*([^,]+)$", "$2 $1"))
        .toList();
  }

  private List<String> stated() {
    String name =
        meta.first(
            "author",
            "article:author",
            "article:author_name",
            "og:article:author",
            "byl",
            "dc.creator",
            "dcterms.creator",
            "parsely-author",
            "sailthru.author",
            "twitter:data1");
    boolean label = name != null && name.equals(meta.first("twitter:data1"));
    return name == null || (label && !isWrittenBy()) ? List.of() : List.of(name);
  }

  private boolean isWrittenBy() {
    String label = meta.first("twitter:label1");
    return label != null && label.toLowerCase(Locale.ROOT).contains("written by");
  }

  private @Nullable String join(List<String> names) {
    Set<String> clean = new LinkedHashSet<>();
    for (String name : names) {
      String one = clean(name);
      if (one != null && clean.size() < MAX_AUTHORS) {
        clean.add(one);
      }
    }
    return clean.isEmpty() ? null : String.join("; ", clean);
  }

  private @Nullable String clean(String text) {
    String name = LABEL.matcher(text.replaceAll("[\\s\\p{Z}]+", " ").strip()).replaceFirst("");
    name = TAIL.matcher(name).replaceFirst("").strip();
    name = name.replaceFirst("[,，;；:：|]+$", "").strip();
    boolean empty = name.isEmpty() || name.length() > MAX_LENGTH;
    boolean address = name.contains("://") || name.startsWith("www.") || name.equals("@");
    boolean nobody = NOBODY.contains(name.toLowerCase(Locale.ROOT)) || name.equals(site);
    return empty || address || nobody || name.chars().noneMatch(Character::isLetter) ? null : name;
  }

  private @Nullable String marked() {
    for (Element element : document.select(MARKED)) {
      String text = element.hasAttr("content") ? element.attr("content") : element.text();
      if (text.length() < MAX_LINE
          && element.closest("[class*=comment], [id*=comment], footer, aside, [class*=related]")
              == null) {
        String name = clean(text);
        if (name != null && DateText.find(name) == null) {
          return name;
        }
      }
    }
    return null;
  }

  private @Nullable String visible() {
    for (Element element :
        document.select("p, span, div, td, li, em, a, h4, h5, h6, font, strong, small")) {
      String text = element.ownText();
      if (!text.isEmpty() && text.length() < MAX_LINE) {
        Matcher matcher = VISIBLE.matcher(text);
        if (matcher.find()) {
          String found = matcher.group("cn") != null ? matcher.group("cn") : matcher.group("en");
          return clean(found);
        }
      }
    }
    return null;
  }
}
