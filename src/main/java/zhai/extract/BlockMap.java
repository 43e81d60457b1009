package zhai.extract;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Element;

/// The text blocks of a page body with, for every element, which of them lie in it: an element is
/// then a range of block numbers, and two candidates are compared by the text they share without
/// reading any text again.
final class BlockMap {
  /// So many short lines side by side, with so much to say together, are a text.
  private static final int MIN_RUN = 4;

  private static final double MIN_RUN_WEIGHT = 150;

  private final List<TextBlock> blocks;
  private final Map<Element, int[]> ranges = new HashMap<>();

  private final BitSet prose;

  private BlockMap(List<TextBlock> blocks) {
    this.blocks = blocks;
    this.prose = proseOf(blocks);
  }

  /// The blocks that are prose, and the short lines that stand together like those of a poem, a
  /// dialogue or a letter.
  private static BitSet proseOf(List<TextBlock> blocks) {
    var prose = new BitSet(blocks.size());
    int from = 0;
    for (int i = 0; i <= blocks.size(); i++) {
      if (i == blocks.size() || (i > from && !isSameRun(blocks.get(i - 1), blocks.get(i)))) {
        markRun(blocks, from, i, prose);
        from = i;
      }
    }
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).isProse()) {
        prose.set(i);
      }
    }
    return prose;
  }

  private static boolean isSameRun(TextBlock one, TextBlock next) {
    return one.isPlainLine()
        && next.isPlainLine()
        && one.owner().normalName().equals(next.owner().normalName())
        && Objects.equals(one.owner().parent(), next.owner().parent());
  }

  private static void markRun(List<TextBlock> blocks, int from, int to, BitSet prose) {
    double weight = blocks.subList(from, to).stream().mapToDouble(TextBlock::weight).sum();
    if (to - from >= MIN_RUN && weight >= MIN_RUN_WEIGHT) {
      prose.set(from, to);
    }
  }

  /// Whether a block is prose, by itself or by its company.
  boolean isProse(int block) {
    return prose.get(block);
  }

  static BlockMap of(Element body) {
    var map = new BlockMap(TextBlock.of(body));
    for (int i = 0; i < map.blocks.size(); i++) {
      map.widen(map.blocks.get(i).owner(), body, i);
    }
    return map;
  }

  private void widen(Element owner, Element body, int block) {
    Element element = owner;
    while (element != null) {
      int[] range = ranges.computeIfAbsent(element, _ -> new int[] {block, block + 1});
      range[1] = block + 1;
      element = element.equals(body) ? null : element.parent();
    }
  }

  List<TextBlock> blocks() {
    return blocks;
  }

  /// The numbers of the blocks in an element.
  BitSet in(Element element) {
    var set = new BitSet(blocks.size());
    int[] range = ranges.get(element);
    if (range != null) {
      set.set(range[0], range[1]);
    }
    return set;
  }

  BitSet in(List<Element> elements) {
    var set = new BitSet(blocks.size());
    elements.forEach(element -> set.or(in(element)));
    return set;
  }

  double weight(BitSet set) {
    return set.stream().mapToDouble(i -> blocks.get(i).weight()).sum();
  }

  double linkWeight(BitSet set) {
    return set.stream().mapToDouble(i -> blocks.get(i).linkWeight()).sum();
  }

  /// The weight of the prose among these blocks.
  double prose(BitSet set) {
    return set.stream().filter(prose::get).mapToDouble(i -> blocks.get(i).weight()).sum();
  }

  double prose(Element element) {
    return prose(in(element));
  }

  /// How much two sets of blocks are the same text: 0 to 1, as the F1 of one against the other.
  double likeness(BitSet one, BitSet other) {
    BitSet both = (BitSet) one.clone();
    both.and(other);
    double sum = weight(one) + weight(other);
    return sum == 0 ? 0 : 2 * weight(both) / sum;
  }
}
