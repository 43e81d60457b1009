package zhai.exchange.note;

import java.time.LocalDate;
import java.util.Optional;
import org.commonmark.node.Heading;
import org.jspecify.annotations.Nullable;

/// The day that a place in a note is of: that of the heading it stands under, if the heading is a
/// day (`## 2026-01-04`), else the whole note's.
final class HeadingDay {
  private final @Nullable LocalDate ofNote;
  private @Nullable LocalDate day;
  private int level;

  HeadingDay(@Nullable LocalDate ofNote) {
    this.ofNote = ofNote;
    this.day = ofNote;
  }

  /// The day of what follows.
  @Nullable LocalDate day() {
    return day;
  }

  void pass(Heading heading) {
    Optional<LocalDate> named = NoteDay.named(PlainText.of(heading));
    if (named.isPresent()) {
      day = named.get();
      level = heading.getLevel();
    } else if (heading.getLevel() <= level) {
      day = ofNote;
      level = 0;
    }
  }
}
