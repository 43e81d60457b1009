package zhai.url;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One parameter of a query, percent-encoded as it stands there. `?a` has no value, `?a=` an empty
/// one.
record Parameter(String name, @Nullable String value) {
  private static final Pattern LEFT_OF_AMPERSAND = Pattern.compile("^(?:amp;)++");

  /// The parameters of an encoded query in order; empty pieces (`a=1&&b=2`) are left out.
  static List<Parameter> listOf(@Nullable String encodedQuery) {
    var parameters = new ArrayList<Parameter>();
    if (encodedQuery != null) {
      for (String piece : encodedQuery.split("&", -1)) {
        if (!piece.isEmpty()) {
          parameters.add(of(piece));
        }
      }
    }
    return List.copyOf(parameters);
  }

  private static Parameter of(String piece) {
    int equals = piece.indexOf('=');
    return equals < 0
        ? new Parameter(piece, null)
        : new Parameter(piece.substring(0, equals), piece.substring(equals + 1));
  }

  static String join(List<Parameter> parameters) {
    return parameters.stream().map(Parameter::toString).collect(Collectors.joining("&"));
  }

  boolean isEmpty() {
    return name.isEmpty() && value == null;
  }

  /// In one spelling. What `&amp;` leaves before a name when its `&` was taken for the sign between
  /// parameters is no part of the name.
  Parameter normalised() {
    return new Parameter(
        LEFT_OF_AMPERSAND.matcher(PercentEncoding.normalise(name, "")).replaceFirst(""),
        value == null ? null : PercentEncoding.normalise(value, PercentEncoding.PLAIN_IN_VALUE));
  }

  /// As it stands in a query.
  @Override
  public String toString() {
    return value == null ? name : name + "=" + value;
  }
}
