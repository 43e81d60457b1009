package zhai.extract;

import java.util.BitSet;

/// Finds the article as a stretch of the page, whatever its elements are called and however they
/// nest: prose blocks count for, other blocks against, and the stretch with the largest sum wins
/// (Kadane's algorithm).
final class ProseStretch {
  /// What a block that is no prose costs, beside its links.
  private static final double BREAK_COST = 12;

  private ProseStretch() {}

  static BitSet find(PageMap map) {
    double best = 0;
    double sum = 0;
    int from = 0;
    var stretch = new BitSet();
    int stretchFrom = 0;
    int stretchTo = 0;
    for (int i = 0; i < map.blocks().size(); i++) {
      sum += value(map.blocks().get(i));
      if (sum <= 0) {
        sum = 0;
        from = i + 1;
      } else if (sum > best) {
        best = sum;
        stretchFrom = from;
        stretchTo = i + 1;
      }
    }
    stretch.set(stretchFrom, stretchTo);
    return stretch;
  }

  private static double value(Block block) {
    double plain = block.weight() - block.linkWeight();
    boolean frame = (block.region().traits() & (Trait.FRAME | Trait.HIDDEN.bit())) != 0;
    if (block.isProse() && !frame) {
      return plain;
    }
    return plain * (frame ? -0.7 : 0.3) - block.linkWeight() * 1.5 - BREAK_COST;
  }
}
