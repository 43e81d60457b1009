package zhai.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Who wrote it: by the structured data, `citation_author`, the other `meta`, the elements that are
/// marked as the author's (near the title also links to an author's page), and the visible line By
/// … or 作者：…, in this order.
///
/// 来源 names where a text came from and is no author; neither is the site itself, its newsroom, or
/// who wrote a comment or another article that the page leads to.
final class Byline {
  /// Whole words of a class or id that mark an author, alone or one after the other.
  private static final Pattern MARK =
      Pattern.compile(
          "(?:^| )(?:by ?line|author|authors|authorname|p"
              + " author|writer|autor|autoren|auteur|auteurs|autore|contributor|posted by|written"
              + " by|postedby|dc creator|fn n)(?: |$)");

  /// The address of an author's page on a site. A profile may be of whoever answers or comments.
  private static final Pattern AUTHORS_PAGE =
      Pattern.compile(
          "/(?:authors?|autor(?:en|es)?|auteurs?|contributors?|columnists?|writers?)/[^/?#]{2,80}/?(?:[?#].{0,200})?$");

  private static final String WRITTEN =
      "written |posted |published |started |words |text |story |artikel |blog ?beitrag |ein beitrag"
          + " |gastbeitrag |post author |verfasst |geschrieben |écrit |publié |escrito |publicado ";

  /// The line of a writer: By Mara Lindqvist, von …, par …, wherever it stands in a short line.
  private static final Pattern VISIBLE =
      named("(?:^|[|•·–—]\\s*|\\d\\s+)(?i:(?:" + WRITTEN + ")?(?:by|von|par|por))");

  /// One of these words is in both.
  private static final Sign BY = new Sign(List.of("by", "von", "par", "por"));

  private static final Pattern WRITTEN_BY =
      named("(?:^|[|•·–—]\\s*)(?i:(?:" + WRITTEN + ")(?:by|von|par|por))");

  private static Pattern named(String label) {
    return Pattern.compile(
        label
            + "\\s*:?\\s+(?<name>\\p{Lu}[\\p{L}.'’-]+(?:\\s+(?:(?:de|da|del|di|la|le|van|von|der|den|bin|al|y|and|und|et|&)\\s++)*+\\p{Lu}[\\p{L}.'’-]*){0,5})(?=\\s*(?:$|[,|•·⋅–—(/]|on"
            + " |am |at |le |updated|published|\\d))");
  }

  /// What a class says that is about an author and is not the name.
  private static final Set<String> NOT_THE_NAME =
      Set.of(
          "position",
          "role",
          "bio",
          "job",
          "desc",
          "description",
          "date",
          "time",
          "count",
          "social",
          "avatar",
          "image",
          "img",
          "photo",
          "credit",
          "license",
          "caption",
          "email",
          "label",
          "prefix",
          "form",
          "title",
          "twitter",
          "follow");

  /// This many lines under the title may be the author's alone.
  private static final int UNDER_TITLE = 6;

  private static final int MAX_MARKED = 120;
  private static final int MAX_VISIBLE = 130;
  private static final int MAX_AUTHORS = 50;

  private final MetaTags meta;
  private final StructuredData data;
  private final PageLines lines;
  private final AuthorName names;
  private final Map<String, Boolean> marks = new HashMap<>();

  Byline(MetaTags meta, StructuredData data, PageLines lines, AuthorName names) {
    this.meta = meta;
    this.data = data;
    this.lines = lines;
    this.names = names;
  }

  /// The names, several joined by `; `; null if the page names nobody.
  @Nullable String find() {
    List<Supplier<@Nullable String>> witnesses =
        List.of(
            () -> join(data.authors(), names::printed),
            () -> join(cited(), names::in),
            () -> join(stated(), names::in),
            () -> join(labelled(), names::printed),
            this::marked,
            this::visible,
            this::chinese);
    for (Supplier<@Nullable String> witness : witnesses) {
      String name = witness.get();
      if (name != null) {
        return name;
      }
    }
    return null;
  }

  /// The authors of a paper, given name first; `citation_author` often has it last.
  private List<String> cited() {
    List<String> authors =
        meta.all("citation_author").isEmpty()
            ? meta.all("citation_authors")
            : meta.all("citation_author");
    return authors.stream()
        .flatMap(Pattern.compile("\\s*;\\s*")::splitAsStream)
        .map(name -> name.replaceFirst("^([^,]+),\\s*([^,]+)$", "$2 $1"))
        .toList();
  }

  /// All values of the first `meta` that names somebody.
  private List<String> stated() {
    for (String key : MetadataWords.AUTHOR_META) {
      List<String> known = meta.all(key).stream().filter(name -> names.in(name) != null).toList();
      if (!known.isEmpty()) {
        return known;
      }
    }
    return List.of();
  }

  /// `twitter:label1` says in words what `twitter:data1` is.
  private List<String> labelled() {
    for (String number : List.of("1", "2")) {
      String label = meta.first("twitter:label" + number);
      String value = meta.first("twitter:data" + number);
      if (label != null
          && value != null
          && MetadataWords.WRITTEN_BY.contains(label.toLowerCase(Locale.ROOT).strip())) {
        return List.of(value);
      }
    }
    return List.of();
  }

  private static @Nullable String join(
      List<String> stated, Function<String, @Nullable String> nameIn) {
    Set<String> known = new LinkedHashSet<>();
    for (String text : stated) {
      String name = nameIn.apply(text);
      if (name != null && known.size() < MAX_AUTHORS) {
        known.add(name);
      }
    }
    return known.isEmpty() ? null : String.join("; ", known);
  }

  /// The author as an element says it that is marked as the author's, and those beside it that are
  /// marked alike. Away from the title, only if all that are marked name the same: else they are
  /// authors of other pages.
  private @Nullable String marked() {
    for (PageLines.Line line : lines.head()) {
      String name = isMarked(line) || leadsToAnAuthor(line) ? nameIn(line) : null;
      if (name != null) {
        return join(withThoseBeside(name, line.element()), names::printed);
      }
    }
    Set<String> known = new LinkedHashSet<>();
    for (PageLines.Line line : lines.all()) {
      String name = isMarked(line) ? nameIn(line) : null;
      if (name != null && known.isEmpty()) {
        known.addAll(withThoseBeside(name, line.element()));
      } else if (name != null && !known.contains(name)) {
        return null;
      }
    }
    return join(List.copyOf(known), names::printed);
  }

  private List<String> withThoseBeside(String name, Element element) {
    List<String> all = new ArrayList<>(List.of(name));
    all.addAll(beside(element));
    return all;
  }

  private boolean isMarked(PageLines.Line line) {
    Element element = line.element();
    return line.part() == PageLines.Part.WHOLE
        && element.attributesSize() > 0
        && (hasWord(element.attr("itemprop"), "author")
            || hasWord(element.attr("itemprop"), "creator")
            || hasWord(element.attr("rel"), "author")
            || isMark(element.className())
            || isMark(element.id()))
        && line.text().length() <= MAX_MARKED;
  }

  private static boolean hasWord(String attribute, String word) {
    return attribute.contains(word) && List.of(attribute.split("\\s+")).contains(word);
  }

  private static boolean leadsToAnAuthor(PageLines.Line line) {
    return line.part() == PageLines.Part.WHOLE
        && line.element().normalName().equals("a")
        && AUTHORS_PAGE.matcher(line.element().attr("href")).find();
  }

  private boolean isMark(String name) {
    return !name.isEmpty() && marks.computeIfAbsent(name, Byline::readMark);
  }

  private static boolean readMark(String name) {
    List<String> words = NameWords.of(name);
    return MARK.matcher(String.join(" ", words)).find()
        && words.stream().noneMatch(NOT_THE_NAME::contains);
  }

  private @Nullable String nameIn(PageLines.Line line) {
    Element inner = line.element().selectFirst("[itemprop=name]");
    String text = line.text();
    if (inner != null) {
      text = inner.hasAttr("content") ? inner.attr("content") : inner.text();
    } else if (text.isEmpty()) {
      text = line.element().attr("content");
    }
    String name = nameIn(text);
    Element link = name == null ? line.element().selectFirst("a") : null;
    return link != null && text.startsWith(link.text()) ? nameIn(link.text()) : name;
  }

  private @Nullable String nameIn(String text) {
    String chinese = ChineseByline.in(text);
    String name = chinese != null ? chinese : names.printed(text);
    return name != null && looksLikeAName(name) && DateText.find(name) == null ? name : null;
  }

  /// Whether it is short and no sentence: a marked element may hold what an author did.
  private static boolean looksLikeAName(String name) {
    return name.split("\\s+").length <= 14
        && !name.matches(
            ".*[。！？]|.*\\d{3,} .*|(?i)(?:follow|about|more|share|view|all|reply)\\b.*");
  }

  private List<String> beside(Element first) {
    Element around = first.parent();
    around = around != null && around.childrenSize() == 1 ? around.parent() : around;
    if (around == null || around.childrenSize() > 4 * MAX_AUTHORS) {
      return List.of();
    }
    List<String> more = new ArrayList<>();
    for (Element other : around.getElementsByTag(first.normalName())) {
      if (other != first
          && other.className().equals(first.className())
          && other.attr("rel").equals(first.attr("rel"))
          && other.attr("itemprop").equals(first.attr("itemprop"))
          && other.text().length() <= MAX_MARKED) {
        more.add(other.text());
      }
    }
    return more;
  }

  /// The author in a line that says so in words: near the title, or in words that leave no doubt
  /// anywhere.
  private @Nullable String visible() {
    for (PageLines.Line line : lines.head()) {
      String name = inWords(line, VISIBLE);
      String chinese = ChineseByline.in(line.text());
      if (name != null || chinese != null) {
        return name != null ? name : chinese;
      }
    }
    for (PageLines.Line line : lines.all()) {
      String name = inWords(line, WRITTEN_BY);
      if (name != null) {
        return name;
      }
    }
    return null;
  }

  private @Nullable String inWords(PageLines.Line line, Pattern pattern) {
    if (line.text().length() > MAX_VISIBLE
        || !BY.isIn(line.text().toLowerCase(Locale.ROOT))
        || line.isProse()) {
      return null;
    }
    Matcher matcher = pattern.matcher(line.text());
    return matcher.find() ? names.printed(matcher.group("name")) : null;
  }

  /// The author of a Chinese text: by a label anywhere in it, by names alone under the title (not
  /// in the head of a table, whose columns may be called like families: 方法), or by names in
  /// parentheses at the end.
  private @Nullable String chinese() {
    for (PageLines.Line line : lines.all()) {
      String name = ChineseByline.in(line.text());
      if (name != null) {
        return name;
      }
    }
    List<PageLines.Line> head = lines.head();
    for (PageLines.Line line : head.subList(0, Math.min(UNDER_TITLE, head.size()))) {
      String name = ChineseByline.alone(line.text());
      if (name != null && line.element().closest("a, th, thead") == null) {
        return name;
      }
    }
    for (PageLines.Line line : lines.all().reversed()) {
      String name = ChineseByline.atTheEnd(line.text());
      if (name != null) {
        return name;
      }
    }
    return null;
  }
}
