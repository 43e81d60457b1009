package zhai.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The host names in addresses, as far as searching by site needs them.
final class Hosts {
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*+://)?(?:[^/?#@]*+@)?([^/?#:]++)");

  private Hosts() {}

  /// The host of an address with or without a scheme, lower case, without `www.`; empty if there is
  /// none.
  static String of(String address) {
    Matcher authority = AUTHORITY.matcher(address);
    if (!authority.lookingAt()) {
      return "";
    }
    String host = authority.group(1).toLowerCase(Locale.ROOT);
    for (String beginning : List.of("www.", ".")) {
      if (host.startsWith(beginning)) {
        return host.substring(beginning.length());
      }
    }
    return host;
  }

  /// `zhuanlan.zhihu.com`, `zhihu.com`, `com`.
  static List<String> withParents(String host) {
    List<String> names = new ArrayList<>();
    for (int start = 0; start >= 0; start = host.indexOf('.', start)) {
      start += start == 0 ? 0 : 1;
      names.add(host.substring(start));
      start = Math.max(start, 1);
    }
    return names;
  }
}
