package zhai.bench;

import java.util.Locale;

/// A measured value with its unit.
///
/// @param text as it is printed
record Figure(double value, Unit unit, String text) {
  enum Unit {
    MILLISECONDS("%,.4g ms"),
    MICROSECONDS("%,.4g µs"),
    SECONDS("%,.4g s"),
    PER_SECOND("%,.0f a second"),
    MEGABYTES("%,.0f MB"),
    PERCENT("%.1f %%"),
    COUNT("%,.0f");

    private final String format;

    Unit(String format) {
      this.format = format;
    }
  }

  Figure(double value, Unit unit) {
    this(value, unit, String.format(Locale.ROOT, unit.format, value));
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
