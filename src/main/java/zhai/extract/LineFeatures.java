package zhai.extract;

import static zhai.extract.BlockFeatures.doublings;
import static zhai.extract.BlockFeatures.put;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a line shows by itself: how much it says, how it is set, what it looks like.
final class LineFeatures {
  /// The tags of block elements; any other has the number after the last.
  static final List<String> TAGS =
      List.of(
          "p",
          "li",
          "td",
          "div",
          "pre",
          "blockquote",
          "dd",
          "dt",
          "figcaption",
          "th",
          "button",
          "label",
          "article",
          "section",
          "body",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6");

  /// Longer lines are no dressing and need no look.
  private static final double MAX_SHORT = 250;

  private static final double MAX_DATE_LINE = 120;
  private static final String ENDS = ".!?。！？…:：;；\"”」』)）";

  private final PageMap map;
  private final int title;
  private final long titleKey;
  private final Map<Long, Integer> counts = new HashMap<>();

  LineFeatures(PageMap map, PageClues clues, int title) {
    this.map = map;
    this.title = title;
    String text = clues.title();
    this.titleKey = text == null ? 0 : TextKey.of(text);
    map.blocks().forEach(block -> counts.merge(block.key(), 1, Integer::sum));
  }

  void fill(double[][] values) {
    for (int i = 0; i < values.length; i++) {
      Block block = map.blocks().get(i);
      measure(block, values[i]);
      characters(block.text(), values[i]);
      words(block, values[i]);
      put(values[i], Feature.TITLE, titleness(i, block));
      put(values[i], Feature.REPEATED, Math.min(5, counts.getOrDefault(block.key(), 1)));
    }
  }

  private double titleness(int i, Block block) {
    if (i == title) {
      return 1;
    }
    return titleKey != 0 && block.key() == titleKey ? 0.5 : 0;
  }

  private void measure(Block block, double[] row) {
    Region region = block.region();
    put(row, Feature.WEIGHT, doublings(block.weight()));
    put(row, Feature.LINK_DENSITY, block.linkDensity());
    put(row, Feature.CLAUSES, Math.min(block.clauses(), 12));
    put(row, Feature.CLAUSE_RATE, block.clauses() * 100 / block.weight());
    put(row, Feature.STRONG, block.strongWeight() / block.weight());
    int tag = TAGS.indexOf(region.tag());
    put(row, Feature.TAG, tag < 0 ? TAGS.size() : tag);
    put(row, Feature.HEADING_LEVEL, headingLevel(region));
    put(row, Feature.OWNER_WEIGHT, doublings(map.weight(region)));
    put(row, Feature.OWNER_LINES, doublings(region.to() - region.from()));
  }

  private static int headingLevel(Region start) {
    int level = 0;
    Region region = start;
    for (int up = 0; up < 3 && region != null; up++) {
      if (Trait.HEADING.in(region.ownTraits()) && region.tag().length() == 2) {
        level = region.tag().charAt(1) - '0';
      }
      region = region.parent();
    }
    return level;
  }

  private static void characters(String text, double[] row) {
    int digits = 0;
    int capitals = 0;
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      digits += Character.isDigit(c) ? 1 : 0;
      capitals += Character.isUpperCase(c) ? 1 : 0;
      letters += Character.isLetter(c) ? 1 : 0;
    }
    put(row, Feature.DIGITS, text.isEmpty() ? 0 : (double) digits / text.length());
    put(row, Feature.CAPITALS, letters == 0 ? 0 : (double) capitals / letters);
    put(
        row,
        Feature.SENTENCE_END,
        !text.isEmpty() && ENDS.indexOf(text.charAt(text.length() - 1)) >= 0);
  }

  private static void words(Block block, double[] row) {
    if (block.weight() <= MAX_SHORT) {
      Noise noise = Noise.in(block);
      put(row, Feature.DRESSING, noise.isDressing());
      put(row, Feature.LEGAL, noise.isLegal());
      put(row, Feature.TAIL_HEADING, noise.isTailHeading());
      put(row, Feature.BYLINE, noise.isByline());
      put(row, Feature.DATE, block.weight() < MAX_DATE_LINE && noise.hasDate());
    }
  }
}
