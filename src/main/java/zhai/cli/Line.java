package zhai.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// A line of output for a person, in parts with a style each.
///
/// What stands in a part is taken for hostile: control characters, escape sequences, line ends and
/// the signs that turn the direction of writing are made visible when a part is added. Styles
/// become escape sequences only in {@link Printer}, so nothing from a page can pass for one, and
/// none can pass for a line of ours.
final class Line {
  private static final int NO_BREAK_SPACE = 0xA0;

  /// How a part looks on a terminal; off a terminal only {@link #HIT} shows.
  enum Style {
    PLAIN,
    STRONG,
    FAINT,
    HIT,
    GOOD,
    WARNING,
    REMOVED
  }

  record Part(Style style, String text) {}

  private final List<Part> parts = new ArrayList<>();

  static Line of(String text) {
    return new Line().plain(text);
  }

  Line plain(String text) {
    return add(Style.PLAIN, text);
  }

  Line strong(String text) {
    return add(Style.STRONG, text);
  }

  Line faint(String text) {
    return add(Style.FAINT, text);
  }

  Line hit(String text) {
    return add(Style.HIT, text);
  }

  Line good(String text) {
    return add(Style.GOOD, text);
  }

  Line warning(String text) {
    return add(Style.WARNING, text);
  }

  Line removed(String text) {
    return add(Style.REMOVED, text);
  }

  List<Part> parts() {
    return parts;
  }

  private Line add(Style style, String text) {
    parts.add(new Part(style, visible(text).replace("\n", "\\u000a")));
    return this;
  }

  /// A text of any number of lines with everything that a terminal might obey, or that doesn't show
  /// in which order it is to be read, written out as `\u001b`.
  static String visible(String text) {
    return written(text, c -> isControl(c) || isOrder(c));
  }

  /// The same for a pipe or a file, where the marks of direction that belong to a text in Arabic or
  /// Hebrew stay: what is piped is shown by a terminal in the end.
  static String uncontrolled(String text) {
    return written(text, Line::isControl);
  }

  private static String written(String text, IntPredicate dangerous) {
    String unix = text.replace("\r\n", "\n");
    if (unix.codePoints().noneMatch(dangerous)) {
      return unix;
    }
    StringBuilder visible = new StringBuilder(unix.length() + 16);
    unix.codePoints()
        .forEach(c -> {
          if (dangerous.test(c)) {
            visible.append("\\u%04x".formatted(c));
          } else {
            visible.appendCodePoint(c);
          }
        });
    return visible.toString();
  }

  /// The controls of ASCII and Latin-1, and what UTF-8 can't hold.
  private static boolean isControl(int c) {
    boolean control = (c < ' ' && c != '\n' && c != '\t') || (c >= 0x7f && c < NO_BREAK_SPACE);
    return control || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  /// Marks of direction, separators of lines, and the invisible doubles of ASCII.
  private static boolean isOrder(int c) {
    boolean direction =
        c == 0x061c
            || c == 0x200e
            || c == 0x200f
            || (c >= 0x202a && c <= 0x202e)
            || (c >= 0x2066 && c <= 0x2069);
    boolean separator = c == 0x2028 || c == 0x2029;
    boolean tag = c >= 0xe0000 && c <= 0xe007f;
    return direction || separator || tag;
  }
}
