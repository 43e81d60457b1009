package zhai.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What a regular expression can't do without: it finds nothing in a text that has none of these
/// literals. Of `未经.{0,16}(授权|许可)` it is 未经, of `\d+\s*(小时|天)前` it is 前, of `(19|20)\d\d` it is 19
/// or 20.
///
/// @param literals in lower case; empty if none is known that has to be there
record Sign(List<String> literals) {
  private static final Sign NONE = new Sign(List.of());

  /// Few literals are looked for in a short time, and long ones stand in few texts.
  private static final Comparator<Sign> USE =
      Comparator.<Sign>comparingInt(sign -> -sign.literals.size())
          .thenComparingInt(
              sign -> sign.literals.stream().mapToInt(String::length).min().orElse(0));

  /// @throws IllegalArgumentException if the expression has anything but groups, simple sets,
  ///   greedy repetitions and the classes of one letter
  static Sign of(String expression) {
    var reading = new Reading(expression);
    Sign sign = reading.alternatives();
    reading.check(reading.at == expression.length());
    return sign;
  }

  private static Sign of(StringBuilder run) {
    return run.isEmpty() ? NONE : new Sign(List.of(run.toString().toLowerCase(Locale.ROOT)));
  }

  /// Whether the expression may find something.
  ///
  /// @param lower a text in lower case
  boolean isIn(String lower) {
    for (String literal : literals) {
      if (lower.contains(literal)) {
        return true;
      }
    }
    return literals.isEmpty();
  }

  /// Goes once over an expression.
  private static final class Reading {
    private static final char NOTHING = 0;
    private static final char MISSING = '?';

    private final String expression;
    private int at;

    Reading(String expression) {
      this.expression = expression;
    }

    void check(boolean understood) {
      if (!understood) {
        throw new IllegalArgumentException("not understood at %d: %s".formatted(at, expression));
      }
    }

    /// Each of several alternatives needs a sign.
    Sign alternatives() {
      List<String> literals = new ArrayList<>();
      boolean known = true;
      do {
        Sign sign = sequence();
        known &= sign != NONE;
        literals.addAll(sign.literals);
      } while (skip('|'));
      return known ? new Sign(List.copyOf(literals)) : NONE;
    }

    /// The best sign of several pieces, one after the other.
    private Sign sequence() {
      List<Sign> signs = new ArrayList<>();
      var run = new StringBuilder();
      while (at < expression.length() && !isNext('|') && !isNext(')')) {
        char literal = literal();
        Sign piece = literal == NOTHING ? piece() : NONE;
        char repetition = repetition();
        if (literal != NOTHING && repetition != MISSING) {
          run.append(literal);
        }
        if (literal == NOTHING || repetition != NOTHING) {
          signs.add(of(run));
          signs.add(repetition == MISSING ? NONE : piece);
          run.setLength(0);
        }
      }
      signs.add(of(run));
      return signs.stream().filter(sign -> sign != NONE).max(USE).orElse(NONE);
    }

    private boolean isNext(char c) {
      return at < expression.length() && expression.charAt(at) == c;
    }

    private boolean skip(char c) {
      boolean isThere = isNext(c);
      at += isThere ? 1 : 0;
      return isThere;
    }

    /// The next piece if it is a character that stands for itself.
    private char literal() {
      char c = expression.charAt(at);
      boolean escaped =
          c == '\\'
              && at + 1 < expression.length()
              && !Character.isLetterOrDigit(expression.charAt(at + 1));
      if (!escaped && "\\.^$[(".indexOf(c) >= 0) {
        return NOTHING;
      }
      at += escaped ? 2 : 1;
      return expression.charAt(at - 1);
    }

    /// The sign of the next piece, which stands for one of several texts.
    private Sign piece() {
      return switch (expression.charAt(at++)) {
        case '(' -> group();
        case '[' -> set();
        case '\\' -> letterClass();
        default -> NONE;
      };
    }

    private Sign group() {
      check(!skip('?') || skip(':'));
      Sign sign = alternatives();
      check(skip(')'));
      return sign;
    }

    private Sign set() {
      int end = expression.indexOf(']', at);
      String set = expression.substring(at, Math.max(at, end));
      check(!set.isEmpty() && set.indexOf('\\') < 0 && set.indexOf('[') < 0);
      at = end + 1;
      return NONE;
    }

    private Sign letterClass() {
      check(at < expression.length() && "bBdDsSwW".indexOf(expression.charAt(at)) >= 0);
      at++;
      return NONE;
    }

    /// How the piece before is repeated: not, at least once (`+`), or so that it may be missing.
    private char repetition() {
      char repetition = NOTHING;
      if (skip('+')) {
        repetition = '+';
      } else if (skip('?') || skip('*')) {
        repetition = MISSING;
      } else if (skip('{')) {
        at = expression.indexOf('}', at) + 1;
        repetition = MISSING;
      }
      check(!isNext('?') && !isNext('+'));
      return repetition;
    }
  }
}
