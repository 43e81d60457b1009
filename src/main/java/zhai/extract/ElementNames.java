package zhai.extract;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Tells an element's traits from its tag, role, class and id. The names are in `noise.txt`,
/// `containers.txt` and `thread.txt`; what a class attribute says is worked out once for a page.
final class ElementNames {
  private static final String BLANKS = " \t\n\u000b\f\r";
  private static final Map<String, Long> TAGS = tags();
  private static final Map<String, Long> ROLES =
      Map.ofEntries(
          Map.entry("navigation", Trait.NAVIGATION.bit()),
          Map.entry("menu", Trait.NAVIGATION.bit()),
          Map.entry("menubar", Trait.NAVIGATION.bit()),
          Map.entry("toolbar", Trait.NAVIGATION.bit()),
          Map.entry("complementary", Trait.ASIDE.bit()),
          Map.entry("banner", Trait.HEADER.bit()),
          Map.entry("contentinfo", Trait.FOOTER.bit()),
          Map.entry("search", Trait.FORM.bit()),
          Map.entry("dialog", Trait.DIALOG.bit()),
          Map.entry("alertdialog", Trait.DIALOG.bit()),
          Map.entry("main", Trait.MAIN_TAG.bit()),
          Map.entry("article", Trait.ARTICLE_TAG.bit()),
          Map.entry("button", Trait.BUTTON.bit()),
          Map.entry("heading", Trait.HEADING.bit()));

  /// Movable Type and its like number their comments so.
  private static final Pattern COMMENT_ID = Pattern.compile("c\\d{3,12}");

  /// Characters. A longer attribute is no list of names.
  private static final int MAX_NAMES = 500;

  private final Map<String, Long> classes = new HashMap<>();

  /// Of single names with their sign: many class attributes of a page are of the same few names.
  private final Map<String, Long> names = new HashMap<>();

  long traits(Element element) {
    long traits = TAGS.getOrDefault(element.normalName(), 0L);
    if (element.attributesSize() > 0) {
      traits |= ofAttributes(element);
    }
    return traits;
  }

  private long ofAttributes(Element element) {
    long traits = ROLES.getOrDefault(element.attr("role"), 0L);
    if (isHidden(element)) {
      traits |= Trait.HIDDEN.bit();
    }
    String id = element.id();
    traits |= ofNames(id, '#') | ofClasses(element.className());
    if (id.startsWith("c") && COMMENT_ID.matcher(id).matches()) {
      traits |= Trait.NAMED_TALK.bit();
    }
    String property = element.attr("itemprop");
    if (!property.isEmpty()) {
      traits |= NameList.whole("[itemprop=" + property.toLowerCase(Locale.ROOT) + "]");
    }
    return traits;
  }

  private static boolean isHidden(Element element) {
    if (element.hasAttr("hidden") || "true".equals(element.attr("aria-hidden"))) {
      return true;
    }
    String style = element.attr("style");
    if (style.isEmpty() || style.length() >= 2000) {
      return false;
    }
    String said = style.replace(" ", "").toLowerCase(Locale.ROOT);
    return said.contains("display:none") || said.contains("visibility:hidden");
  }

  private long ofClasses(String attribute) {
    return attribute.isEmpty() ? 0 : classes.computeIfAbsent(attribute, it -> ofNames(it, '.'));
  }

  private long ofNames(String attribute, char sign) {
    if (attribute.isEmpty() || attribute.length() > MAX_NAMES) {
      return 0;
    }
    long traits = 0;
    var each = new StringTokenizer(attribute, BLANKS);
    while (each.hasMoreTokens()) {
      traits |= names.computeIfAbsent(sign + each.nextToken(), ElementNames::lookUp);
    }
    return traits;
  }

  /// @param name with its sign
  private static long lookUp(String name) {
    String whole = name.toLowerCase(Locale.ROOT);
    long traits = NameList.whole(whole) | NameList.whole(numbered(whole));
    for (String word : NameWords.of(name)) {
      traits |= NameList.word(word);
    }
    return traits;
  }

  /// `#post-12` is `#post-*`.
  private static String numbered(String name) {
    int end = name.length();
    while (end > 0 && name.charAt(end - 1) >= '0' && name.charAt(end - 1) <= '9') {
      end--;
    }
    return end < name.length() ? name.substring(0, end) + '*' : name;
  }

  private static Map<String, Long> tags() {
    Map<String, Long> tags = new HashMap<>();
    put(tags, Trait.NAVIGATION, "nav", "menu");
    put(tags, Trait.ASIDE, "aside");
    put(tags, Trait.HEADER, "header");
    put(tags, Trait.FOOTER, "footer");
    put(tags, Trait.FORM, "form");
    put(tags, Trait.DIALOG, "dialog");
    put(tags, Trait.LINK, "a");
    put(tags, Trait.HEADING, "h1", "h2", "h3", "h4", "h5", "h6");
    put(tags, Trait.LIST, "ul", "ol");
    put(tags, Trait.DEFINITIONS, "dl");
    put(tags, Trait.TABLE, "table");
    put(tags, Trait.FIGURE, "figure", "figcaption");
    put(tags, Trait.QUOTE, "blockquote");
    put(tags, Trait.CODE, "pre", "code");
    put(tags, Trait.ARTICLE_TAG, "article");
    put(tags, Trait.MAIN_TAG, "main");
    put(tags, Trait.SECTION_TAG, "section");
    put(tags, Trait.PARAGRAPH, "p");
    put(tags, Trait.STRONG, "b", "strong");
    put(tags, Trait.DETAILS, "details");
    put(tags, Trait.BUTTON, "button");
    put(tags, Trait.NOSCRIPT, "noscript");
    return Map.copyOf(tags);
  }

  private static void put(Map<String, Long> tags, Trait trait, String... names) {
    for (String name : names) {
      tags.put(name, trait.bit());
    }
  }
}
