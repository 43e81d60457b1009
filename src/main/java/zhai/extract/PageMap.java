package zhai.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/// A page's body as a row of text blocks, and every element as a stretch of that row. It is made in
/// one pass and changes nothing of the page; whatever is asked about an element afterwards (how
/// much prose, how many links) is a difference of two sums.
final class PageMap {
  private static final double MAX_FRAME_SHARE = 0.6;

  /// A consent dialog can say more than a short article.
  private static final double MAX_DIALOG_SHARE = 0.9;

  private static final long MISNOMERS =
      (Trait.FRAME & ~Trait.DIALOG.bit()) | Trait.HIDDEN.bit() | Trait.NAMED_HIDDEN.bit();

  private final List<Block> blocks;
  private final List<Region> regions;
  private final List<TextNode> texts;
  private final double[] weights;
  private final double[] linkWeights;
  private final double[] prose;
  private final int[] kinds;

  PageMap(List<Block> blocks, List<Region> regions, List<TextNode> texts) {
    this.blocks = blocks;
    this.regions = regions;
    this.texts = texts;
    this.weights = sums(blocks, Block::weight);
    this.linkWeights = sums(blocks, Block::linkWeight);
    this.prose = sums(blocks, block -> block.isProse() ? block.weight() : 0);
    withdrawMisnomers();
    this.kinds = blocks.stream().mapToInt(block -> kind(block.region())).toArray();
  }

  static PageMap of(Element body) {
    return new PageMapper().map(body);
  }

  /// A name of something around articles on an element that holds the most of the page's prose must
  /// have meant something else there: a form around the whole page, a body with a sidebar.
  private void withdrawMisnomers() {
    double prose = prose(0, blocks.size());
    for (Region region : regions) {
      double held = prose(region);
      long misnomers = held > prose * MAX_FRAME_SHARE ? MISNOMERS : 0;
      region.withdraw(held > prose * MAX_DIALOG_SHARE ? Trait.DIALOG.bit() | misnomers : misnomers);
    }
  }

  private static double[] sums(List<Block> blocks, ToDoubleFunction<Block> value) {
    double[] sums = new double[blocks.size() + 1];
    for (int i = 0; i < blocks.size(); i++) {
      sums[i + 1] = sums[i] + value.applyAsDouble(blocks.get(i));
    }
    return sums;
  }

  List<Block> blocks() {
    return blocks;
  }

  List<Region> regions() {
    return regions;
  }

  /// The other regions with the same parent, in the order of the page.
  List<Region> siblings(Region region) {
    Region parent = region.parent();
    List<Region> siblings = new ArrayList<>();
    if (parent != null) {
      int next = parent.index() + 1;
      while (next <= parent.index() + parent.elements()) {
        Region sibling = regions.get(next);
        if (sibling.index() != region.index()) {
          siblings.add(sibling);
        }
        next = sibling.index() + sibling.elements() + 1;
      }
    }
    return siblings;
  }

  /// The text nodes of the page's blocks, in order.
  List<TextNode> texts() {
    return texts;
  }

  /// The same number for blocks whose own element, its parent and its grandparent are alike.
  int kind(int block) {
    return kinds[block];
  }

  private static int kind(Region region) {
    Region parent = region.parent();
    Region grandparent = parent == null ? null : parent.parent();
    return region.signature()
        + 31 * (parent == null ? 0 : parent.signature())
        + 961 * (grandparent == null ? 0 : grandparent.signature());
  }

  double weight(int from, int to) {
    return weights[to] - weights[from];
  }

  double linkWeight(int from, int to) {
    return linkWeights[to] - linkWeights[from];
  }

  double prose(int from, int to) {
    return prose[to] - prose[from];
  }

  double weight(Region region) {
    return weight(region.from(), region.to());
  }

  double linkWeight(Region region) {
    return linkWeight(region.from(), region.to());
  }

  double prose(Region region) {
    return prose(region.from(), region.to());
  }
}
