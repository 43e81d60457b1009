package zhai.bench;

import java.util.Locale;

/// A measured value with its unit.
///
/// @param text as it is printed
record Figure(double value, Unit unit, String text) {
  enum Unit {
    MILLISECONDS(" ms"),
    MICROSECONDS(" µs"),
    SECONDS(" s"),
    PER_SECOND(" a second"),
    MEGABYTES(" MB"),
    PERCENT(" %"),
    COUNT("");

    private final String sign;

    Unit(String sign) {
      this.sign = sign;
    }

    /// Three or four figures, as many as such measurements are good for.
    private String print(double value) {
      int decimals = this == COUNT || value >= 1_000 ? 0 : value >= 10 ? 1 : 2;
      return String.format(Locale.ROOT, "%,." + decimals + "f", value) + sign;
    }
  }

  Figure(double value, Unit unit) {
    this(value, unit, unit.print(value));
  }

  static Figure millis(double value) {
    return new Figure(value, Unit.MILLISECONDS);
  }

  static Figure micros(double value) {
    return new Figure(value, Unit.MICROSECONDS);
  }

  static Figure seconds(double value) {
    return new Figure(value, Unit.SECONDS);
  }

  static Figure perSecond(double value) {
    return new Figure(value, Unit.PER_SECOND);
  }

  static Figure megabytes(double value) {
    return new Figure(value, Unit.MEGABYTES);
  }

  /// @param share between 0 and 1
  static Figure share(double share) {
    return new Figure(100 * share, Unit.PERCENT);
  }

  static Figure count(double value) {
    return new Figure(value, Unit.COUNT);
  }

  /// How many times the other this is, where both have a unit of the same kind.
  String ratioTo(Figure other) {
    return other.value == 0 || other.unit != unit
        ? ""
        : String.format(Locale.ROOT, "%.2f", value / other.value);
  }

  /// The same value with more to say of it.
  Figure saying(String newText) {
    return new Figure(value, unit, newText);
  }

  @Override
  public String toString() {
    return text;
  }
}
