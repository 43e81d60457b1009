package zhai.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A passage of a text that is nearly a given quote.
///
/// Short pieces of the quote that also stand in the text vote for where the quote would begin; only
/// around the places with most votes is the quote aligned letter by letter (Sellers' algorithm: the
/// least number of insertions, deletions and replacements, with free ends in the text). That keeps
/// a page of any length within a few million steps.
///
/// @param start in the text, from 0
/// @param end one past the passage
/// @param similarity 1 − edits ÷ length of the quote, at least 0
record Alignment(int start, int end, double similarity) {
  private static final int PIECE = 3;
  private static final int CANDIDATES = 4;
  private static final int MAX_QUOTE = 40_000;

  /// Longer quotes are aligned part by part: the effort grows with the square of a part.
  private static final int PART = 4_000;

  private static final int MAX_PLACES_OF_A_PIECE = 200;

  /// One in so many pieces votes for a begin that is worth a look: of a passage that has four
  /// fifths of the quote, two fifths of the pieces are whole, whatever lies between.
  private static final int LEAST_VOTES = 10;

  /// The passage that agrees most; empty if nothing of the quote stands in the text, or the quote
  /// is too short to say anything (fewer than 6 characters) or longer than 40,000.
  static Optional<Alignment> best(String quote, String text) {
    if (quote.length() < 2 * PIECE || quote.length() > MAX_QUOTE || text.isEmpty()) {
      return Optional.empty();
    }
    return quote.length() <= PART ? ofOnePart(quote, text) : ofParts(quote, text);
  }

  /// The passage that the parts of the quote make together; empty if they don't stand one after
  /// another.
  private static Optional<Alignment> ofParts(String quote, String text) {
    int count = Math.ceilDiv(quote.length(), PART);
    List<Alignment> parts = new ArrayList<>();
    double kept = 0;
    for (int i = 0; i < count; i++) {
      int from = quote.length() / count * i;
      int to = i == count - 1 ? quote.length() : quote.length() / count * (i + 1);
      Optional<Alignment> part = ofOnePart(quote.substring(from, to), text);
      if (part.isEmpty() || (!parts.isEmpty() && part.get().start < parts.getLast().start)) {
        return Optional.empty();
      }
      parts.add(part.get());
      kept += part.get().similarity * (to - from);
    }
    int start = parts.getFirst().start;
    int end = parts.getLast().end;
    return end - start > quote.length() + quote.length() / 4
        ? Optional.empty()
        : Optional.of(new Alignment(start, end, kept / quote.length()));
  }

  private static Optional<Alignment> ofOnePart(String quote, String text) {
    int slack = Math.max(8, quote.length() / 4);
    Alignment best = null;
    for (int begin : likelyBegins(quote, text, slack)) {
      int from = Math.max(0, begin - slack);
      int to = Math.min(text.length(), begin + quote.length() + 2 * slack);
      Alignment here = align(quote, text.substring(from, to)).shiftedBy(from);
      if (best == null || here.similarity > best.similarity) {
        best = here;
      }
    }
    return Optional.ofNullable(best).filter(found -> found.end > found.start);
  }

  private Alignment shiftedBy(int offset) {
    return new Alignment(start + offset, end + offset, similarity);
  }

  /// Beginnings that most pieces vote for, if enough do, rounded to `slack` so that a few inserted
  /// letters don't split the votes.
  private static List<Integer> likelyBegins(String quote, String text, int slack) {
    Map<String, List<Integer>> pieces = new HashMap<>();
    for (int i = 0; i + PIECE <= quote.length(); i++) {
      pieces.computeIfAbsent(quote.substring(i, i + PIECE), _ -> new ArrayList<>()).add(i);
    }
    Map<Integer, Integer> votes = new HashMap<>();
    for (int i = 0; i + PIECE <= text.length(); i++) {
      List<Integer> inQuote = pieces.getOrDefault(text.substring(i, i + PIECE), List.of());
      for (int at : inQuote.subList(0, Math.min(inQuote.size(), MAX_PLACES_OF_A_PIECE))) {
        votes.merge(Math.floorDiv(i - at, slack) * slack, 1, Integer::sum);
      }
    }
    int least = quote.length() / LEAST_VOTES;
    return votes.entrySet().stream()
        .filter(begin -> begin.getValue() >= least)
        .sorted(
            Map.Entry.<Integer, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(CANDIDATES)
        .map(Map.Entry::getKey)
        .toList();
  }

  /// Row by row over the quote; `cost[j]` is the least number of edits that make the quote so far
  /// out of a passage that ends before `j`, `begin[j]` where that passage begins.
  private static Alignment align(String quote, String window) {
    int n = window.length();
    int[] cost = new int[n + 1];
    int[] begin = new int[n + 1];
    for (int j = 0; j <= n; j++) {
      begin[j] = j;
    }
    for (int i = 1; i <= quote.length(); i++) {
      int diagonalCost = cost[0];
      int diagonalBegin = begin[0];
      cost[0] = i;
      for (int j = 1; j <= n; j++) {
        int replaced = diagonalCost + (quote.charAt(i - 1) == window.charAt(j - 1) ? 0 : 1);
        int fromReplaced = diagonalBegin;
        diagonalCost = cost[j];
        diagonalBegin = begin[j];
        if (replaced <= cost[j] + 1 && replaced <= cost[j - 1] + 1) {
          cost[j] = replaced;
          begin[j] = fromReplaced;
        } else if (cost[j - 1] < cost[j]) {
          cost[j] = cost[j - 1] + 1;
          begin[j] = begin[j - 1];
        } else {
          cost[j]++;
        }
      }
    }
    int end = 0;
    for (int j = 1; j <= n; j++) {
      end = cost[j] < cost[end] ? j : end;
    }
    double similarity = Math.max(0, 1 - cost[end] / (double) quote.length());
    return new Alignment(begin[end], end, similarity);
  }
}
