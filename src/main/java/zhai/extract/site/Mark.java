package zhai.extract.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An element by which a page is known as a site's, whatever its address: a CSS selector. All marks
/// of all sites are held against every page whose address nobody knows, so a mark is first looked
/// up by the ids and classes that it needs; see {@link PageMarks}.
///
/// @param written the whole selector, as in the file
/// @param alternatives what stood between its commas
record Mark(String written, int line, List<Alternative> alternatives) {
  private static final Pattern GROUPED = Pattern.compile("\\[[^\\]]*\\]|\\([^()]*\\)");
  private static final Pattern NEEDED = Pattern.compile("[#.][\\w-]+");

  /// @param needs ids (`#a`) and classes (`.a`) without which it can't match
  record Alternative(Selection selection, Set<String> needs) {
    static Alternative parse(String text) {
      var needs = new TreeSet<String>();
      if (text.indexOf('\\') < 0) {
        Matcher needed = NEEDED.matcher(ungrouped(text));
        while (needed.find()) {
          needs.add(needed.group());
        }
      }
      return new Alternative(Selection.parse(text), needs);
    }

    /// Whether it is about a `<meta>` alone, wherever that stands.
    boolean onMeta() {
      return selection.text().startsWith("meta[") && ungrouped(selection.text()).equals("meta");
    }

    /// Without brackets, quotes and parentheses, which may speak of other elements.
    private static String ungrouped(String text) {
      String rest = text;
      String shorter = GROUPED.matcher(rest).replaceAll("");
      while (!shorter.equals(rest)) {
        rest = shorter;
        shorter = GROUPED.matcher(rest).replaceAll("");
      }
      return rest;
    }
  }

  /// @throws IllegalArgumentException if it is no selector, or would find something on any page
  static Mark parse(String text, int line) {
    if (!Captures.in(text).isEmpty()) {
      throw new IllegalArgumentException("a mark has no names from an address");
    }
    List<Alternative> alternatives = alternatives(text).stream().map(Alternative::parse).toList();
    return new Mark(text, line, alternatives);
  }

  private static List<String> alternatives(String text) {
    List<String> found = new ArrayList<>();
    int depth = 0;
    int begin = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += "[(".indexOf(c) >= 0 ? 1 : "])".indexOf(c) >= 0 ? -1 : 0;
      if (c == ',' && depth == 0) {
        found.add(text.substring(begin, i).strip());
        begin = i + 1;
      }
    }
    found.add(text.substring(begin).strip());
    return found;
  }
}
