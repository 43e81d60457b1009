package zhai.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page's text against what people say it is.
///
/// @param score by the measure of its set
/// @param bag by the bag of tokens; null where there are only snippets
/// @param overlap by runs of four tokens; null where there are only snippets
/// @param counts of snippets; null where there is a whole text
public record PageScore(
    Score score, @Nullable Score bag, @Nullable Overlap overlap, Snippets.@Nullable Counts counts) {

  /// The set whose benchmark counts runs of words, not bags of tokens.
  static final String RUNS_OF_WORDS = "aeb";

  public static PageScore of(GoldPage gold, String text) {
    if (gold.snippets() != null) {
      Snippets.Counts counts = gold.snippets().in(text);
      return new PageScore(counts.score(), null, null, counts);
    }
    List<String> tokens = Tokens.of(gold.text());
    List<String> given = Tokens.of(text);
    Score bag = Score.ofBags(tokens, given);
    if (gold.set().equals(RUNS_OF_WORDS)) {
      Overlap words = Overlap.of(Tokens.words(gold.text()), Tokens.words(text));
      return new PageScore(words.score(), bag, words, null);
    }
    return new PageScore(bag, bag, Overlap.of(tokens, given), null);
  }

  /// The score of a set: snippets are pooled; a group that mixes them with whole texts is judged by
  /// the texts.
  public static Score ofSet(String set, List<PageScore> pages) {
    if (pages.stream().allMatch(page -> page.counts != null)) {
      return pages.stream()
          .map(PageScore::counts)
          .reduce(Snippets.Counts.ZERO, Snippets.Counts::plus)
          .score();
    }
    return set.equals(RUNS_OF_WORDS)
        ? ofRuns(pages)
        : Score.mean(pages.stream().map(PageScore::bag).filter(bag -> bag != null).toList());
  }

  static Score ofRuns(List<PageScore> pages) {
    return Overlap.mean(
        pages.stream().map(PageScore::overlap).filter(overlap -> overlap != null).toList());
  }
}
