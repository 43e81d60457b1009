package zhai.extract;

import static zhai.extract.BlockFeatures.doublings;
import static zhai.extract.BlockFeatures.put;

/// What kind of page a block is on: how much prose it has, in the open, in comments and in frames.
final class PageFeatures {
  private static final double MIN_IDEOGRAPHS = 0.2;

  private final PageMap map;
  private final PageClues clues;
  private final double weight;
  private final double prose;
  private double clean;
  private double talk;
  private double frame;

  PageFeatures(PageMap map, PageClues clues) {
    this.map = map;
    this.clues = clues;
    this.weight = map.weight(0, map.blocks().size());
    this.prose = map.prose(0, map.blocks().size());
    for (Block block : map.blocks()) {
      if (block.isProse()) {
        clean += isClean(block) ? block.weight() : 0;
        talk += isTalk(block) ? block.weight() : 0;
        frame += isFrame(block) ? block.weight() : 0;
      }
    }
  }

  private static boolean isTalk(Block block) {
    return Trait.NAMED_TALK.in(block.region().traits());
  }

  private static boolean isFrame(Block block) {
    return (block.region().traits() & (Trait.FRAME | Trait.HIDDEN.bit())) != 0;
  }

  private static boolean isClean(Block block) {
    return !isTalk(block) && !isFrame(block);
  }

  void fill(double[][] values) {
    double before = 0;
    boolean ideographs = ideographs() >= MIN_IDEOGRAPHS;
    double links = map.linkWeight(0, values.length);
    double cleanDoublings = doublings(clean);
    double talkDoublings = doublings(talk);
    for (int i = 0; i < values.length; i++) {
      double[] row = values[i];
      put(row, Feature.PAGE_PROSE, weight == 0 ? 0 : prose / weight);
      put(row, Feature.PAGE_LINKS, weight == 0 ? 0 : links / weight);
      put(row, Feature.CONVERSATION, clues.conversation());
      put(row, Feature.IDEOGRAPHS, ideographs);
      put(row, Feature.CLEAN_PROSE, cleanDoublings);
      put(row, Feature.CLEAN_SHARE, clean + talk == 0 ? 0 : clean / (clean + talk));
      put(row, Feature.CLEAN_BEFORE, doublings(before));
      put(row, Feature.TALK_PROSE, talkDoublings);
      put(row, Feature.FRAME_PROSE, prose == 0 ? 0 : frame / prose);
      Block block = map.blocks().get(i);
      before += block.isProse() && isClean(block) ? block.weight() : 0;
    }
  }

  /// The share of ideographs in the page's text.
  private double ideographs() {
    long ideographs = 0;
    long characters = 0;
    for (Block block : map.blocks()) {
      String text = block.text();
      characters += text.length();
      for (int i = 0; i < text.length(); i++) {
        ideographs += TextWeight.isIdeograph(text.charAt(i)) ? 1 : 0;
      }
    }
    return characters == 0 ? 0 : (double) ideographs / characters;
  }
}
