package zhai.extract;

import java.util.BitSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the article where prose gathers: each prose block gives points to the elements around it,
/// fewer the farther out, and the element with the most points per link wins. Its siblings join it
/// if they score alike or are prose themselves. The idea is Arc90's Readability; the measure of
/// prose is ours, so that Chinese counts as Chinese.
final class ScoredParagraphs {
  /// How far up a block's points go, and what share of them each level gets.
  private static final double[] SHARES = {1, 0.5, 0.25, 0.12};

  /// What is left of the points in an element that is named for something else.
  private static final double FRAME_SHARE = 0.3;

  /// A sibling joins with this share of the winner's points, one of the same kind with half of it.
  private static final double SIBLING_SHARE = 0.2;

  /// Paragraphs pass their points on; what may hold several of them keeps them.
  private static final Set<String> PARAGRAPHS =
      Set.of("p", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dd", "dt");

  private final PageMap map;
  private final double[] points;

  private ScoredParagraphs(PageMap map) {
    this.map = map;
    this.points = new double[map.regions().size()];
  }

  static BitSet find(PageMap map) {
    var scoring = new ScoredParagraphs(map);
    for (Block block : map.blocks()) {
      if (block.isProse() && !Trait.HIDDEN.in(block.region().traits())) {
        scoring.spread(block);
      }
    }
    Region winner = scoring.winner();
    return winner == null ? new BitSet() : scoring.withSiblings(winner);
  }

  private void spread(Block block) {
    double score = 1 + Math.min(block.clauses(), 10) + Math.min(block.weight() / 100, 6);
    Region holder = block.region();
    if (PARAGRAPHS.contains(holder.tag())) {
      holder = holder.parent();
    }
    for (double share : SHARES) {
      if (holder == null) {
        return;
      }
      points[holder.index()] += score * share * (isFrame(holder) ? FRAME_SHARE : 1);
      holder = holder.parent();
    }
  }

  private static boolean isFrame(Region region) {
    return (region.ownTraits() & (Trait.FRAME | Trait.NAMED_TALK.bit())) != 0;
  }

  private @Nullable Region winner() {
    Region winner = null;
    double most = 0;
    for (Region region : map.regions()) {
      double score = score(region);
      if (score > most) {
        winner = region;
        most = score;
      }
    }
    return winner;
  }

  private double score(Region region) {
    double weight = map.weight(region);
    double density = weight == 0 ? 1 : map.linkWeight(region) / weight;
    return points[region.index()] * (1 - density);
  }

  private BitSet withSiblings(Region winner) {
    var blocks = new BitSet();
    blocks.set(winner.from(), winner.to());
    double threshold = score(winner) * SIBLING_SHARE;
    for (Region sibling : map.siblings(winner)) {
      boolean alike =
          sibling.signature() == winner.signature() && !winner.element().className().isEmpty();
      boolean prose = sibling.tag().equals("p") && map.prose(sibling) > 0;
      if (score(sibling) >= (alike ? threshold / 2 : threshold) || prose) {
        blocks.set(sibling.from(), sibling.to());
      }
    }
    return blocks;
  }
}
