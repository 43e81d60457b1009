package zhai.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A date as a page gives it: a day, often a time, sometimes an offset. What the page leaves out is
/// left out here.
///
/// @param time to the second, or null
/// @param offset from UTC, or null; never without a time
public record PageDate(LocalDate day, @Nullable LocalTime time, @Nullable ZoneOffset offset) {
  public PageDate {
    time = time == null ? null : time.truncatedTo(ChronoUnit.SECONDS);
    if (time == null && offset != null) {
      throw new IllegalArgumentException("an offset needs a time");
    }
  }

  public static PageDate of(LocalDate day) {
    return new PageDate(day, null, null);
  }

  public static PageDate of(OffsetDateTime at) {
    return new PageDate(at.toLocalDate(), at.toLocalTime(), at.getOffset());
  }

  /// Reads what {@link #toString()} writes: `2019-09-19`, `2019-09-19T21:50:05`,
  /// `2019-09-19T21:50:05+08:00`. Empty for anything else.
  public static Optional<PageDate> parse(String iso) {
    try {
      if (iso.length() == 10) {
        return Optional.of(of(LocalDate.parse(iso)));
      }
      LocalDate day = LocalDate.parse(iso.substring(0, Math.min(10, iso.length())));
      LocalTime time = LocalTime.parse(iso.substring(11, Math.min(19, iso.length())));
      String rest = iso.substring(19);
      return Optional.of(new PageDate(day, time, rest.isEmpty() ? null : ZoneOffset.of(rest)));
    } catch (DateTimeException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    if (time == null) {
      return day.toString();
    }
    String seconds = time.getSecond() == 0 && time.getNano() == 0 ? time + ":00" : time.toString();
    return day + "T" + seconds + (offset == null ? "" : offset.toString());
  }
}
