package zhai.extract;

import org.jspecify.annotations.Nullable;

/// Finds the block that shows the page's title.
final class TitleLine {
  private static final int MIN_UNMARKED = 5;

  private TitleLine() {}

  /// The number of the heading with that title, or else of another line without links that says the
  /// same, or else of the first `h1`; -1 if there is none.
  static int find(PageMap map, @Nullable String title) {
    long key = title == null ? 0 : TextKey.of(title);
    int other = -1;
    int first = -1;
    for (int i = 0; i < map.blocks().size(); i++) {
      Block block = map.blocks().get(i);
      boolean heading = Trait.HEADING.in(block.region().traits());
      boolean same = key != 0 && block.key() == key;
      if (same && heading && block.linkDensity() <= 0.5) {
        return i;
      }
      boolean unmarked =
          block.linkDensity() < 0.5 && title != null && title.length() > MIN_UNMARKED;
      if (other < 0 && same && (heading || unmarked)) {
        other = i;
      }
      if (first < 0 && heading && isFirstLevel(block.region())) {
        first = i;
      }
    }
    return other >= 0 ? other : first;
  }

  private static boolean isFirstLevel(Region start) {
    for (Region region = start; region != null; region = region.parent()) {
      if (region.tag().equals("h1")) {
        return true;
      }
    }
    return false;
  }
}
