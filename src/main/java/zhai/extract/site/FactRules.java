package zhai.extract.site;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhai.extract.DateText;
import zhai.extract.PageFacts;
import zhai.model.PageDate;

/// Where a kind of page states its facts.
///
/// @param site the site's name, or null
/// @param canonical the page's own address with names from its pattern, or null
/// @param zone of dates that state none, or null
record FactRules(
    Map<Fact, List<FactSource>> sources,
    @Nullable String site,
    @Nullable String canonical,
    @Nullable ZoneOffset zone) {
  private static final Pattern EPOCH = Pattern.compile("1\\d{9}(?:\\d{3})?");

  /// What can be stated.
  enum Fact {
    TITLE(300),
    AUTHOR(80),
    AUTHORS(80),
    DATE(400),
    UPDATED(400),
    DESCRIPTION(2_000),
    IMAGE(2_000);

    /// Characters. Longer values are something else.
    final int maxLength;

    Fact(int maxLength) {
      this.maxLength = maxLength;
    }
  }

  /// A fact and the place that it came from.
  record Finding(Fact fact, String value, FactSource source) {}

  /// The facts that the page states, by kind.
  Map<Fact, Finding> find(Scope scope) {
    Map<Fact, Finding> found = new EnumMap<>(Fact.class);
    sources.forEach((fact, places) -> {
      Finding finding = first(fact, places, scope);
      if (finding != null) {
        found.put(fact, finding);
      }
    });
    return found;
  }

  private @Nullable Finding first(Fact fact, List<FactSource> places, Scope scope) {
    for (FactSource place : places) {
      Stream<String> values = place.values(scope).filter(value -> value.length() <= fact.maxLength);
      String value =
          switch (fact) {
            case AUTHORS -> values.distinct().limit(200).collect(Collectors.joining("; "));
            case DATE, UPDATED ->
                values
                    .flatMap(text -> Stream.ofNullable(date(text)))
                    .findFirst()
                    .map(PageDate::toString)
                    .orElse("");
            case TITLE, AUTHOR, DESCRIPTION, IMAGE -> values.findFirst().orElse("");
          };
      if (!value.isEmpty()) {
        return new Finding(fact, value, place);
      }
    }
    return null;
  }

  /// Seconds since 1970 are shown as the site shows them.
  private @Nullable PageDate date(String text) {
    PageDate date = DateText.find(text);
    LocalTime time = date == null ? null : date.time();
    if (date == null || zone == null || time == null) {
      return date;
    }
    if (EPOCH.matcher(text).matches()) {
      return PageDate.of(
          OffsetDateTime.of(date.day(), time, ZoneOffset.UTC).withOffsetSameInstant(zone));
    }
    return date.offset() == null ? new PageDate(date.day(), time, zone) : date;
  }

  PageFacts facts(Map<Fact, Finding> found, Map<String, String> captured) {
    String authors = value(found, Fact.AUTHORS);
    return new PageFacts(
        value(found, Fact.TITLE),
        authors == null ? value(found, Fact.AUTHOR) : authors,
        site,
        null,
        date(found, Fact.DATE),
        date(found, Fact.UPDATED),
        canonical == null || !Captures.known(canonical, captured)
            ? null
            : Captures.fill(canonical, captured),
        value(found, Fact.DESCRIPTION),
        value(found, Fact.IMAGE));
  }

  private static @Nullable String value(Map<Fact, Finding> found, Fact fact) {
    Finding finding = found.get(fact);
    return finding == null ? null : finding.value();
  }

  private static @Nullable PageDate date(Map<Fact, Finding> found, Fact fact) {
    String value = value(found, fact);
    return value == null ? null : PageDate.parse(value).orElse(null);
  }
}
