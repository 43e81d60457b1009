package zhai.extract;

import java.util.BitSet;

/// Finds the article as the element whose children hold the most text per element, links not
/// counted (the idea of Sun, Song and Liao, "DOM based content extraction via text density").
final class TextDensity {
  private TextDensity() {}

  static BitSet find(PageMap map) {
    double[] sums = new double[map.regions().size()];
    for (Region region : map.regions()) {
      Region parent = region.parent();
      if (parent != null && !Trait.HIDDEN.in(region.traits())) {
        double text = Math.max(0, map.weight(region) - map.linkWeight(region));
        sums[parent.index()] += text / (region.elements() + 1.0);
      }
    }
    Region best = null;
    for (Region region : map.regions()) {
      if (best == null || sums[region.index()] > sums[best.index()]) {
        best = region;
      }
    }
    var blocks = new BitSet();
    if (best != null) {
      blocks.set(best.from(), best.to());
    }
    return blocks;
  }
}
