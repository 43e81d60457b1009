package zhai.library;

import java.util.List;
import org.jspecify.annotations.Nullable;
import zhai.model.Attempt;
import zhai.model.Entry;
import zhai.model.Mark;

/// What came of asking for a bookmark's page.
///
/// @param askedId the bookmark that was asked for
/// @param entry how the bookmark stands now; its number differs from `askedId` if the page turned
///   out to be another bookmark's, which it then joined
/// @param attempt verdict and detail of this visit
/// @param outcome what the reading is compared with the one before, or null if no article came
/// @param moved excerpts whose anchor is not what it was before
/// @param carried what became of the pictures that the page carried in itself; none of them is
///   missing
public record Visit(
    long askedId,
    Entry entry,
    Attempt attempt,
    @Nullable Outcome outcome,
    List<MovedExcerpt> moved,
    ImagesKept carried) {
  public Visit {
    moved = List.copyOf(moved);
  }

  /// Whether the page was another bookmark's.
  public boolean joinedAnother() {
    return askedId != entry.bookmark().id();
  }

  /// What a reading is compared with the one that was current.
  ///
  /// @param version its number; that of an earlier one if nothing is new
  public record Outcome(Comparison comparison, int version) {}

  /// An excerpt and how its anchor changed.
  public record MovedExcerpt(Mark.Excerpt before, Mark.Excerpt after) {}
}
