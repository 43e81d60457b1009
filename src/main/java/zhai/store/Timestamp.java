package zhai.store;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/// An instant as the library's text columns hold it: UTC with nine digits of fraction, so that
/// nothing is rounded and text order is time order (for the years 0 to 9999).
final class Timestamp {
  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

  private Timestamp() {}

  static String format(Instant instant) {
    return FORMAT.format(instant);
  }

  static Instant parse(String text) {
    return Instant.parse(text);
  }
}
