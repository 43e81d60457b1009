package zhai.exchange.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Resources;

/// The folders of a Netscape bookmark file. The roots that every browser has say nothing about a
/// page; their names are in `root-folders.txt`.
///
/// @param roots names in lower case
record Folders(Set<String> roots) {

  static Folders load() {
    return new Folders(
        Resources.read("root-folders.txt")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet()));
  }

  /// The names of the folders around a link, outermost first.
  List<String> above(Element link) {
    List<String> names = new ArrayList<>();
    for (Element at = link.parent(); at != null; at = at.parent()) {
      Element heading = at.normalName().equals("dl") ? heading(at) : null;
      if (heading != null && !isRoot(heading)) {
        names.addFirst(heading.text());
      }
    }
    return names;
  }

  private boolean isRoot(Element heading) {
    return heading.hasAttr("personal_toolbar_folder")
        || heading.hasAttr("unfiled_bookmarks_folder")
        || roots.contains(heading.text().strip().toLowerCase(Locale.ROOT));
  }

  // Depending on what a parser makes of the missing end tags, the H3 stands before the DL in the
  // same DT, or in the DT before it.
  private static @Nullable Element heading(Element list) {
    for (Element at = list.previousElementSibling(); at != null; at = at.previousElementSibling()) {
      if (at.normalName().equals("h3")) {
        return at;
      }
      if (at.normalName().equals("dt")) {
        return at.selectFirst("> h3");
      }
      if (at.normalName().equals("dl")) {
        return null;
      }
    }
    Element above = list.parent();
    return above != null && above.normalName().equals("dd") ? heading(above) : null;
  }
}
