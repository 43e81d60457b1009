package zhai.index;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What people remember of an address beside its host: the number of a paper, an issue, a video.
///
/// The words of an address are left out, or `question answering` would find whatever stands below
/// `/question/…/answer/…`. They count only where a bookmark has no other name.
final class AddressNames {
  private static final Pattern SCHEME_AND_HOST =
      Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*+://[^/]*+");
  private static final Pattern BETWEEN = Pattern.compile("[/?#&=]+");

  /// `2401.01234`, `4021`, `BV1xx411c7mD`, `PMC123456`; not `/2026/01/` of a date, not `page2`.
  private static final Pattern NUMBER =
      Pattern.compile("(?!(?:19|20)\\d\\d$)[A-Za-z]{0,8}\\d[A-Za-z0-9.]{2,60}");

  private AddressNames() {}

  /// Numbers by which a page is known.
  static List<String> numbers(String address) {
    List<String> numbers = new ArrayList<>(parts(address));
    numbers.removeIf(part -> !NUMBER.matcher(part).matches());
    return numbers;
  }

  /// All its parts behind the host, as a person reads them.
  static List<String> parts(String address) {
    String path = SCHEME_AND_HOST.matcher(address).replaceFirst("");
    List<String> parts = new ArrayList<>();
    for (String part : BETWEEN.split(path)) {
      if (!part.isBlank()) {
        parts.add(part.indexOf('%') < 0 ? part : decoded(part));
      }
    }
    return parts;
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return part;
    }
  }
}
