package zhai.extract;

import static zhai.extract.BlockFeatures.doublings;
import static zhai.extract.BlockFeatures.put;
import static zhai.extract.BlockFeatures.share;

import org.jspecify.annotations.Nullable;

/// What the elements around a block say: their names, and how much of them is prose or links.
final class AroundFeatures {
  private static final Feature[][] PARENTS = {
    {Feature.PARENT_LINKS, Feature.PARENT_PROSE, Feature.PARENT_SHARE},
    {Feature.PARENT2_LINKS, Feature.PARENT2_PROSE, Feature.PARENT2_SHARE},
    {Feature.PARENT3_LINKS, Feature.PARENT3_PROSE, Feature.PARENT3_SHARE}
  };

  private static final double NONE_NEAR = 99;
  private static final double NO_SHARE = 2;

  private final PageMap map;
  private final double prose;

  AroundFeatures(PageMap map) {
    this.map = map;
    this.prose = map.prose(0, map.blocks().size());
  }

  void fill(double[][] values) {
    for (int i = 0; i < values.length; i++) {
      Region region = map.blocks().get(i).region();
      names(region, values[i]);
      parents(region, values[i]);
      put(values[i], Feature.DEPTH, region.depth());
    }
  }

  private void names(Region start, double[] row) {
    double noiseNear = NONE_NEAR;
    double talkNear = NONE_NEAR;
    double noiseShare = NO_SHARE;
    double talkShare = NO_SHARE;
    for (Region region = start; region != null; region = region.parent()) {
      int up = start.depth() - region.depth();
      double held = prose == 0 ? 0 : map.prose(region) / prose;
      long traits = region.ownTraits();
      if (Trait.NAMED_NOISE.in(traits)) {
        noiseNear = Math.min(noiseNear, up);
      }
      if ((traits & Trait.FRAME) != 0) {
        noiseShare = Math.min(noiseShare, held);
      }
      if (Trait.NAMED_TALK.in(traits)) {
        talkNear = Math.min(talkNear, up);
        talkShare = Math.min(talkShare, held);
      }
    }
    put(row, Feature.NOISE_DISTANCE, noiseNear);
    put(row, Feature.TALK_DISTANCE, talkNear);
    put(row, Feature.NOISE_SHARE, noiseShare);
    put(row, Feature.TALK_SHARE, talkShare);
  }

  private void parents(Region region, double[] row) {
    Region parent = region.parent();
    put(
        row,
        Feature.PARENT_DENSITY,
        parent == null ? -1 : doublings(map.weight(parent) / (parent.elements() + 1)));
    for (Feature[] level : PARENTS) {
      level(parent, level, row);
      parent = parent == null ? null : parent.parent();
    }
  }

  private void level(@Nullable Region parent, Feature[] level, double[] row) {
    double weight = parent == null ? 0 : map.weight(parent);
    put(row, level[0], parent == null ? -1 : share(map.linkWeight(parent), weight));
    put(row, level[1], parent == null ? -1 : share(map.prose(parent), weight));
    put(row, level[2], parent == null ? -1 : share(map.prose(parent), prose));
  }
}
