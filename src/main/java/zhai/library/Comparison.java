package zhai.library;

/// What a new reading of a page is, compared with the one that was current.
///
/// A reading that is worse is kept as a version beside the current one and does not take its place;
/// {@link Comparing} has the thresholds.
public sealed interface Comparison {

  /// There was none before.
  record First() implements Comparison {}

  /// The same text in the same form, and the same facts: no new version.
  record Same() implements Comparison {}

  /// The same text; its form (a table, a link) or what is known of the page (its title, a date)
  /// changed.
  record Restated() implements Comparison {}

  /// The whole text, where only a preview was there.
  record Completed() implements Comparison {}

  /// Another text that still is the page's.
  ///
  /// @param kept share of the text before that is still there, 0 to 1
  record Changed(double kept) implements Comparison {}

  /// Much was added, and what was there is still there.
  ///
  /// @param growth its length in terms of the text before, above 1
  record Grown(double growth) implements Comparison {}

  /// Much of the text is gone, or of the words that the user picked from it.
  ///
  /// @param kept share of the text before that is still there, 0 to 1
  /// @param lostExcerpts how many of the user's excerpts stood in the text before and don't now
  record Shrunk(double kept, int lostExcerpts) implements Comparison {}

  /// Only the beginning, where the whole text was there.
  record Preview() implements Comparison {}

  /// Neither the title nor the text is what it was: another page answers at the address now.
  record OtherPage() implements Comparison {}

  /// Whether the new reading becomes the current one.
  default boolean takesPlace() {
    return switch (this) {
      case First _, Restated _, Completed _, Changed _, Grown _ -> true;
      case Same _, Shrunk _, Preview _, OtherPage _ -> false;
    };
  }

  /// The word used on the command line and in files.
  default String label() {
    return switch (this) {
      case First _ -> "first";
      case Same _ -> "same";
      case Restated _ -> "restated";
      case Completed _ -> "completed";
      case Changed _ -> "changed";
      case Grown _ -> "grown";
      case Shrunk _ -> "shrunk";
      case Preview _ -> "preview";
      case OtherPage _ -> "other-page";
    };
  }

  /// What the new reading is, for a person; without a full stop.
  default String sentence() {
    return switch (this) {
      case First _ -> "the first reading";
      case Same _ -> "nothing changed";
      case Restated _ -> "the same text, with other facts or in another form";
      case Completed _ -> "the whole text in place of a preview";
      case Changed changed -> percent(changed.kept) + " of the earlier text is in it";
      case Grown grown -> "%.1f times as long as before".formatted(grown.growth);
      case Shrunk shrunk when shrunk.lostExcerpts > 0 ->
          "only %s of the earlier text is left, without %d of your excerpts"
              .formatted(percent(shrunk.kept), shrunk.lostExcerpts);
      case Shrunk shrunk -> "only %s of the earlier text is left".formatted(percent(shrunk.kept));
      case Preview _ -> "only a preview came back";
      case OtherPage _ -> "another page came back, with another title and another text";
    };
  }

  private static String percent(double share) {
    return Math.round(100 * share) + " %";
  }
}
