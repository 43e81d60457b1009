package zhai.measure;

import java.util.List;
import java.util.function.Function;

/// The figures of a group of pages.
///
/// @param name a set's, or that of a part of one
/// @param counted how many pages the score is of; snippets don't count beside whole texts
/// @param runs F1 over runs of four tokens
/// @param belowHalf pages whose F1 is under 0.5
/// @param empty pages of which no text was given
/// @param ofSites pages that a site reader knew
/// @param withoutSites the score if there were no site readers
record SetScore(
    String name,
    long counted,
    Score score,
    double runs,
    long belowHalf,
    long empty,
    long ofSites,
    Score withoutSites,
    Times times) {

  static SetScore of(String name, List<MeasuredPage> pages) {
    List<PageScore> scores = pages.stream().map(MeasuredPage::score).toList();
    long whole = scores.stream().filter(score -> score.counts() == null).count();
    return new SetScore(
        name,
        whole == 0 ? pages.size() : whole,
        PageScore.ofSet(name, scores),
        PageScore.ofRuns(scores).f1(),
        scores.stream().filter(score -> score.score().f1() < 0.5).count(),
        pages.stream().filter(page -> page.reading().text().isBlank()).count(),
        pages.stream().filter(MeasuredPage::ofSite).count(),
        PageScore.ofSet(name, pages.stream().map(MeasuredPage::general).toList()),
        Times.of(pages, MeasuredPage::millis));
  }

  /// What reading the pages took, in milliseconds.
  record Times(double mean, double median, double slowest) {

    static <T> Times of(List<T> pages, Function<T, Double> millis) {
      List<Double> sorted = pages.stream().map(millis).sorted().toList();
      double mean = sorted.stream().mapToDouble(Double::doubleValue).average().orElse(0);
      int middle = sorted.size() / 2;
      double median =
          sorted.size() % 2 == 1
              ? sorted.get(middle)
              : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
      return new Times(mean, median, sorted.getLast());
    }
  }
}
