package zhai.measure;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// How good a ranking of documents is, as the field measures it; only the first {@link #DEPTH}
/// count.
///
/// @param ndcg the gain of each document, 2 to the power of its grade minus 1, the less the lower
///   it stands (by the logarithm of its rank), as a share of the best possible
/// @param mrr 1 through the rank of the first document that answers, or 0
/// @param first 1 if the first document answers, or 0
/// @param recall the share of the answering documents that are there
record RetrievalScore(double ndcg, double mrr, double first, double recall) {
  static final int DEPTH = 10;

  /// Of the ranking of one query's documents, best first.
  static RetrievalScore of(List<String> ranking, Map<String, Integer> grades) {
    List<Integer> gained =
        ranking.stream().limit(DEPTH).map(id -> grades.getOrDefault(id, 0)).toList();
    List<Integer> best = grades.values().stream().sorted(Comparator.reverseOrder()).toList();
    int rank = 0;
    while (rank < gained.size() && gained.get(rank) == 0) {
      rank++;
    }
    boolean none = rank == gained.size();
    double found = gained.stream().filter(grade -> grade > 0).count();
    long all = best.stream().filter(grade -> grade > 0).count();
    return new RetrievalScore(
        all == 0 ? 0 : gain(gained) / gain(best),
        none ? 0 : 1.0 / (rank + 1),
        !none && rank == 0 ? 1 : 0,
        all == 0 ? 0 : found / all);
  }

  private static double gain(List<Integer> grades) {
    double gain = 0;
    for (int i = 0; i < Math.min(DEPTH, grades.size()); i++) {
      gain += (Math.pow(2, grades.get(i)) - 1) / (Math.log(i + 2.0) / Math.log(2));
    }
    return gain;
  }

  /// Over many queries.
  static RetrievalScore mean(List<RetrievalScore> scores) {
    return new RetrievalScore(
        mean(scores, RetrievalScore::ndcg),
        mean(scores, RetrievalScore::mrr),
        mean(scores, RetrievalScore::first),
        mean(scores, RetrievalScore::recall));
  }

  private static double mean(List<RetrievalScore> scores, ToDoubleFunction<RetrievalScore> part) {
    return scores.stream().mapToDouble(part).average().orElse(0);
  }
}
