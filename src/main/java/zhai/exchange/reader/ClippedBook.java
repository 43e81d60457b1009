package zhai.exchange.reader;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import zhai.exchange.ImportLine;
import zhai.exchange.Place;
import zhai.model.Surroundings;

/// All clippings of one book.
///
/// A Kindle never changes what it wrote: a highlight that the reader stretched, or a note that they
/// went on writing, stands there again beside the old one. The longest is kept. A note becomes the
/// comment of the highlight in which its location lies.
final class ClippedBook {
  private final Place place;
  private final ImportLine.Supplied book;
  private final List<Clipping> highlights = new ArrayList<>();
  private final List<Clipping> notes = new ArrayList<>();
  private @Nullable Instant addedAt;

  /// @param first the clipping by which the book became known
  ClippedBook(Place place, Clipping first) {
    this.place = place;
    this.book = ImportLine.Supplied.ofBook(first.title(), first.author());
  }

  Place place() {
    return place;
  }

  /// Takes a clipping in.
  ///
  /// @return false if it says nothing new, because it or a longer one is there
  boolean add(Clipping clipping) {
    Instant at = clipping.madeAt();
    if (at != null && (addedAt == null || at.isBefore(addedAt))) {
      addedAt = at;
    }
    return switch (clipping.kind()) {
      case HIGHLIGHT -> add(clipping, highlights);
      case NOTE -> add(clipping, notes);
      case BOOKMARK, UNKNOWN -> true;
    };
  }

  private static boolean add(Clipping clipping, List<Clipping> known) {
    for (int i = 0; i < known.size(); i++) {
      Clipping other = known.get(i);
      if (other.text().equals(clipping.text()) || isStretched(other, clipping)) {
        known.set(i, clipping.text().length() > other.text().length() ? clipping : other);
        return false;
      }
    }
    known.add(clipping);
    return true;
  }

  private static boolean isStretched(Clipping one, Clipping other) {
    return one.overlaps(other)
        && (one.text().contains(other.text()) || other.text().contains(one.text()));
  }

  /// The book with its highlights, each with the notes made at it.
  ImportLine.Supplied supplied() {
    Map<Clipping, List<String>> comments = new LinkedHashMap<>();
    highlights.forEach(highlight -> comments.put(highlight, new ArrayList<>()));
    List<ImportLine.Words> words = new ArrayList<>();
    for (Clipping note : notes) {
      Clipping highlight = highlightAt(note);
      if (highlight == null) {
        words.add(new ImportLine.Words(note.text(), note.madeAt()));
      } else {
        Objects.requireNonNull(comments.get(highlight)).add(note.text());
      }
    }
    List<ImportLine.Quote> quotes =
        comments.entrySet().stream().map(it -> quote(it.getKey(), it.getValue())).toList();
    return book.noted(words).quoting(quotes).standing(ImportLine.Standing.added(addedAt));
  }

  private static ImportLine.Quote quote(Clipping highlight, List<String> comments) {
    String comment = comments.isEmpty() ? null : String.join("\n\n", comments);
    return new ImportLine.Quote(highlight.text(), comment, Surroundings.NONE, highlight.madeAt());
  }

  // A Kindle writes a note at the last location of its highlight.
  private @Nullable Clipping highlightAt(Clipping note) {
    return highlights.stream()
        .filter(it -> it.overlaps(note))
        .min(Comparator.comparingInt(it -> Math.abs(it.last() - note.last())))
        .orElse(null);
  }
}
