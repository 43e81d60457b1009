package zhai.extract;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import zhai.measure.GoldPage;
import zhai.measure.Snippets;
import zhai.measure.Tokens;

/// What people's word on a page's text means for its blocks.
///
/// Of a whole text: the share of a block's tokens that stand in it within a run of five. Where
/// there are only snippets, a block that holds one, or is part of one, belongs to the text or
/// doesn't, and nothing is known of the others.
final class BlockLabels {
  private static final int RUN = 5;

  /// Shorter blocks are part of a snippet by chance.
  private static final int MIN_PART = 13;

  private BlockLabels() {}

  /// @param share of the block that belongs to the text, 0 to 1
  /// @param tokens how many it has; 0 if nothing is known of it
  record Label(double share, int tokens) {
    static final Label UNKNOWN = new Label(0, 0);
  }

  /// A label for each block's text.
  static List<Label> of(GoldPage gold, List<String> texts) {
    Snippets snippets = gold.snippets();
    return snippets == null
        ? ofText(gold.text(), texts)
        : texts.stream().map(text -> ofSnippets(snippets, text)).toList();
  }

  private static List<Label> ofText(String gold, List<String> texts) {
    Set<List<String>> lines = new HashSet<>();
    gold.lines().forEach(line -> lines.add(Tokens.of(line)));
    Set<List<String>> runs = new HashSet<>();
    List<String> goldTokens = Tokens.of(gold);
    for (int i = 0; i + RUN <= goldTokens.size(); i++) {
      runs.add(goldTokens.subList(i, i + RUN));
    }
    List<List<String>> blocks = texts.stream().map(Tokens::of).toList();
    List<String> all = blocks.stream().flatMap(List::stream).toList();
    boolean[] covered = new boolean[all.size()];
    for (int i = 0; i + RUN <= covered.length; i++) {
      if (runs.contains(all.subList(i, i + RUN))) {
        Arrays.fill(covered, i, i + RUN, true);
      }
    }
    List<Label> labels = new ArrayList<>();
    int from = 0;
    for (List<String> block : blocks) {
      int count = 0;
      for (int i = from; i < from + block.size(); i++) {
        count += covered[i] ? 1 : 0;
      }
      from += block.size();
      boolean line = block.size() < RUN && lines.contains(block);
      double share = line ? 1 : (double) count / Math.max(1, block.size());
      labels.add(new Label(share, block.size()));
    }
    return labels;
  }

  private static Label ofSnippets(Snippets snippets, String text) {
    String letters = letters(text);
    boolean wanted = touches(snippets.with(), letters);
    return !letters.isEmpty() && (wanted || touches(snippets.without(), letters))
        ? new Label(wanted ? 1 : 0, Tokens.of(text).size())
        : Label.UNKNOWN;
  }

  private static boolean touches(List<String> snippets, String letters) {
    return snippets.stream()
        .map(BlockLabels::letters)
        .anyMatch(snippet ->
            !snippet.isEmpty()
                && (letters.contains(snippet)
                    || (letters.length() >= MIN_PART && snippet.contains(letters))));
  }

  private static String letters(String text) {
    var letters = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(c -> c != '_' && Tokens.isWord(c))
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
