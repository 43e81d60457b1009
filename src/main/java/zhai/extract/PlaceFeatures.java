package zhai.extract;

import static zhai.extract.BlockFeatures.doublings;
import static zhai.extract.BlockFeatures.put;
import static zhai.extract.BlockFeatures.share;

/// Where a block stands: from the page's beginning, from its title, among its neighbours.
final class PlaceFeatures {
  private static final int MAX_DISTANCE = 30;
  private static final int NEAR = 4;
  private static final int FAR = 10;

  private final PageMap map;
  private final int blocks;
  private final int title;

  /// Of the blocks' weights; each is looked at from five places.
  private final double[] doublings;

  PlaceFeatures(PageMap map, int title) {
    this.map = map;
    this.blocks = map.blocks().size();
    this.title = title;
    this.doublings =
        map.blocks().stream().mapToDouble(block -> doublings(block.weight())).toArray();
  }

  void fill(double[][] values) {
    proseDistances(values);
    double weight = map.weight(0, blocks);
    for (int i = 0; i < blocks; i++) {
      double[] row = values[i];
      put(row, Feature.POSITION, weight == 0 ? 0 : map.weight(0, i) / weight);
      put(row, Feature.POSITION_INDEX, (double) i / blocks);
      put(row, Feature.AFTER_TITLE, title < 0 ? -1 : i > title ? 1 : 0);
      put(row, Feature.TITLE_DISTANCE, titleDistance(i));
      neighbours(i, row);
      windows(i, row);
    }
  }

  private double titleDistance(int i) {
    if (title < 0) {
      return 0;
    }
    return i >= title ? doublings(map.weight(title, i)) : -doublings(map.weight(i, title));
  }

  private void proseDistances(double[][] values) {
    int last = -MAX_DISTANCE;
    for (int i = 0; i < blocks; i++) {
      put(values[i], Feature.PROSE_BEFORE, Math.min(MAX_DISTANCE, i - last));
      last = map.blocks().get(i).isProse() ? i : last;
    }
    int next = blocks + MAX_DISTANCE;
    for (int i = blocks - 1; i >= 0; i--) {
      put(values[i], Feature.PROSE_AFTER, Math.min(MAX_DISTANCE, next - i));
      next = map.blocks().get(i).isProse() ? i : next;
    }
  }

  private void neighbours(int i, double[] row) {
    put(row, Feature.BEFORE_WEIGHT, weight(i - 1));
    put(row, Feature.BEFORE_LINKS, links(i - 1));
    put(row, Feature.BEFORE_ALIKE, isAlike(i, i - 1));
    put(row, Feature.AFTER_WEIGHT, weight(i + 1));
    put(row, Feature.AFTER_LINKS, links(i + 1));
    put(row, Feature.AFTER_ALIKE, isAlike(i, i + 1));
    put(row, Feature.BEFORE2_WEIGHT, weight(i - 2));
    put(row, Feature.BEFORE2_LINKS, links(i - 2));
    put(row, Feature.AFTER2_WEIGHT, weight(i + 2));
    put(row, Feature.AFTER2_LINKS, links(i + 2));
  }

  private boolean isOnPage(int i) {
    return i >= 0 && i < blocks;
  }

  private double weight(int i) {
    return isOnPage(i) ? doublings[i] : -1;
  }

  private double links(int i) {
    return isOnPage(i) ? map.blocks().get(i).linkDensity() : -1;
  }

  private boolean isAlike(int i, int other) {
    return isOnPage(other) && map.kind(i) == map.kind(other);
  }

  private void windows(int i, double[] row) {
    int from = Math.max(0, i - NEAR);
    int to = Math.min(blocks, i + NEAR + 1);
    put(row, Feature.NEAR_LINKS, share(map.linkWeight(from, to), map.weight(from, to)));
    put(row, Feature.NEAR_PROSE, share(map.prose(from, to), map.weight(from, to)));
    int first = Math.max(0, i - FAR);
    int last = Math.min(blocks, i + FAR + 1);
    put(row, Feature.FAR_PROSE_BEFORE, share(map.prose(first, i), map.weight(first, i)));
    put(row, Feature.FAR_PROSE_AFTER, share(map.prose(i + 1, last), map.weight(i + 1, last)));
  }
}
