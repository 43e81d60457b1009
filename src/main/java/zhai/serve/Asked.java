package zhai.serve;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import zhai.index.SortOrder;
import zhai.model.Bytes;

/// What a request that was let in asks for.
///
/// @param host the name and port that the browser knows us by
/// @param places what stands in the places of the route's pattern, decoded
/// @param query its parameters, decoded; of equal names the first
/// @param known the tag of the file that the browser has already; empty if it has none
/// @param body empty for a GET
record Asked(
    String host, Map<String, String> places, Map<String, String> query, String known, Bytes body) {

  static Map<String, String> query(URI address) {
    Map<String, String> query = new HashMap<>();
    String raw = address.getRawQuery();
    for (String pair : (raw == null ? "" : raw).split("&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      query.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
    }
    return query;
  }

  static String decoded(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw new HttpFailure(400, "the address has a % without two digits behind it");
    }
  }

  /// A place of the pattern.
  String place(String name) {
    return places.getOrDefault(name, "");
  }

  /// The number in a place of the pattern.
  long number(String name) {
    String digits = place(name);
    if (!digits.matches("\\d{1,18}")) {
      throw new HttpFailure(404, "there is nothing by that number: " + digits);
    }
    return Long.parseLong(digits);
  }

  /// A parameter; empty if it was not given.
  String text(String name) {
    return query.getOrDefault(name, "").strip();
  }

  /// A parameter that is a number within limits, or the usual one.
  int number(String name, int usual, int most) {
    String digits = text(name);
    if (digits.isEmpty()) {
      return usual;
    }
    if (!digits.matches("\\d{1,9}") || Integer.parseInt(digits) > most) {
      throw new HttpFailure(400, "%s is a number up to %d".formatted(name, most));
    }
    return Integer.parseInt(digits);
  }

  /// The order that was asked for, or the usual one.
  SortOrder sort(SortOrder usual) {
    String name = text("sort");
    try {
      return Optional.of(name)
          .filter(it -> !it.isEmpty())
          .map(it -> SortOrder.valueOf(it.toUpperCase(Locale.ROOT)))
          .orElse(usual);
    } catch (IllegalArgumentException _) {
      throw new HttpFailure(400, "there is no order “%s”".formatted(name));
    }
  }
}
