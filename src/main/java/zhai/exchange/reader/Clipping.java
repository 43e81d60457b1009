package zhai.exchange.reader;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One record of a Kindle's `My Clippings.txt`.
///
/// @param author null if the title line names none
/// @param first where it stands in the book, a location or a page; 0 if the Kindle doesn't say
/// @param last the same, of its end
/// @param madeAt null if the line gives no time that can be understood
/// @param text the words of a highlight or a note; empty for a bookmark
record Clipping(
    String title,
    @Nullable String author,
    Kind kind,
    int first,
    int last,
    @Nullable Instant madeAt,
    String text) {

  enum Kind {
    HIGHLIGHT,
    NOTE,
    BOOKMARK,
    /// Of a kind whose word isn't known here.
    UNKNOWN
  }

  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:\\s?[-–]\\s?(\\d{1,9}))?");
  private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}|\\d{4}");

  /// @param lines at least two: the book, then what the clipping is
  static Clipping read(List<String> lines, ClippingWords words) {
    String what = lines.get(1);
    String place = what;
    Instant madeAt = null;
    int bar = what.lastIndexOf('|');
    if (bar >= 0 && TIME.matcher(what.substring(bar)).find()) {
      place = what.substring(0, bar);
      madeAt = new ClippingTime(words).read(what.substring(bar + 1));
    }
    int[] range = range(place);
    String book = lines.getFirst();
    int author = author(book);
    String text = String.join("\n", lines.subList(2, lines.size())).strip();
    return new Clipping(
        author < 0 ? book : book.substring(0, author).strip(),
        author < 0 ? null : book.substring(author + 1, book.length() - 1).strip(),
        kind(place, words),
        range[0],
        range[1],
        madeAt,
        text);
  }

  /// Where the brackets begin that the line ends with and that name an author, or -1. There may be
  /// brackets in them.
  private static int author(String book) {
    int open = 0;
    for (int at = book.length() - 1; at >= 0; at--) {
      open += ")）".indexOf(book.charAt(at)) >= 0 ? 1 : "(（".indexOf(book.charAt(at)) >= 0 ? -1 : 0;
      if (open <= 0) {
        // At the last character: the line doesn't end with brackets.
        boolean atEnd = at == book.length() - 1;
        return !atEnd && says(book, at + 1, book.length() - 1) && says(book, 0, at) ? at : -1;
      }
    }
    return -1;
  }

  private static boolean says(String text, int start, int end) {
    return !text.substring(start, end).isBlank();
  }

  private static Kind kind(String place, ClippingWords words) {
    for (Kind kind : List.of(Kind.HIGHLIGHT, Kind.NOTE, Kind.BOOKMARK)) {
      if (words.says(kind.name().toLowerCase(Locale.ROOT), place)) {
        return kind;
      }
    }
    return Kind.UNKNOWN;
  }

  // Where both are given, the location stands after the page. Old Kindles shorten the end of a
  // range to its last digits: `1234-41`.
  private static int[] range(String place) {
    int[] range = {0, 0};
    Matcher numbers = RANGE.matcher(place);
    while (numbers.find()) {
      String first = numbers.group(1);
      String last = numbers.group(2) == null ? first : numbers.group(2);
      if (last.length() < first.length()) {
        last = first.substring(0, first.length() - last.length()) + last;
      }
      range = new int[] {Integer.parseInt(first), Integer.parseInt(last)};
    }
    return range;
  }

  boolean overlaps(Clipping other) {
    return last > 0 && first <= other.last && other.first <= last;
  }
}
