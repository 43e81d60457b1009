package zhai.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The `meta` elements of a page by their name, whatever attribute holds it (`name`, `property`,
/// `itemprop`, `http-equiv`), in lower case. OpenGraph, Dublin Core and `citation_*` all live here.
///
/// Those of a review, a comment or a picture on the page are about that, and left out.
final class MetaTags {
  private static final Pattern PART_OF_A_PAGE =
      Pattern.compile(
          "(?i)/(?:Review|Comment|UserComments|Answer|ImageObject|VideoObject|Person|Organization"
              + "|Offer|AggregateRating|Rating|Event|Place|Product|Brand)$");

  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private static final int MAX_LENGTH = 20_000;

  private MetaTags() {}

  static MetaTags of(PageIndex page) {
    var tags = new MetaTags();
    for (Element meta : page.tagged("meta")) {
      String content = meta.hasAttr("content") ? meta.attr("content") : meta.attr("value");
      if (!content.isBlank() && content.length() < MAX_LENGTH && !isOfAPart(meta)) {
        Map<String, Boolean> names = new HashMap<>();
        for (String attribute : List.of("property", "name", "itemprop", "http-equiv")) {
          names.put(meta.attr(attribute).strip().toLowerCase(Locale.ROOT), true);
        }
        names.keySet().forEach(name -> tags.add(name, content.strip()));
      }
    }
    return tags;
  }

  private static boolean isOfAPart(Element meta) {
    if (!meta.hasAttr("itemprop") || meta.parent() == null) {
      return false;
    }
    Element scope = meta.parent().closest("[itemscope]");
    return scope != null && PART_OF_A_PAGE.matcher(scope.attr("itemtype").strip()).find();
  }

  private void add(String name, String content) {
    if (!name.isEmpty()) {
      values.computeIfAbsent(name, _ -> new ArrayList<>()).add(content);
    }
  }

  /// The first value under the first of these names that has one.
  @Nullable String first(String... names) {
    return first(List.of(names));
  }

  /// The first value under the first of these names that has one.
  @Nullable String first(List<String> names) {
    for (String name : names) {
      List<String> found = values.get(name);
      if (found != null) {
        return found.getFirst();
      }
    }
    return null;
  }

  /// All values under a name, in the order of the page.
  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }
}
