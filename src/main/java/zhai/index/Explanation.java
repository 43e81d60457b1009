package zhai.index;

import java.util.List;
import java.util.SequencedMap;
import zhai.query.Field;

/// Why a hit is where it is, in words.
///
/// @param points the named parts that sum up to its score, the greatest first; empty where nothing
///   was ranked, but sorted
/// @param words what was looked for, in the query's order, without words that only hold a question
///   together
/// @param bookmarks in the library
public record Explanation(List<Points> points, List<SoughtWord> words, long bookmarks) {
  /// How much a word counts in the user's own words and excerpts, for once in the page.
  public static final int OWN_WORDS = ScoreParts.OWN_WORDS;

  public Explanation {
    points = List.copyOf(points);
    words = List.copyOf(words);
  }

  /// A part of a score.
  ///
  /// @param name what for, as a person says it
  public record Points(String name, double points) {}

  /// A word or phrase that was looked for.
  ///
  /// @param said as typed; or another form of what was typed, where it stands
  /// @param typed whether it is what was typed
  /// @param places how often it stands in which parts of the bookmark; empty if it lacks it
  /// @param bookmarks that have it
  public record SoughtWord(
      String said, boolean typed, SequencedMap<Field, Integer> places, long bookmarks) {}

  /// The sum of its points.
  public double score() {
    return points.stream().mapToDouble(Points::points).sum();
  }
}
