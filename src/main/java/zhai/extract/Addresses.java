package zhai.extract;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Addresses that may stand in clean content: absolute, and of a scheme that only names a place.
final class Addresses {
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\u200b\ufeff]");

  /// Absolute, and nothing in it to resolve or to encode.
  private static final Pattern PLAIN =
      Pattern.compile("https?://[a-z0-9.-]+(?::\\d{1,5})?/(?:(?!/\\.)[!-~&&[^\\\\<>\"]])*+");

  private Addresses() {}

  /// The address relative to the element's base; empty for anything but http and https: `data:`,
  /// `javascript:`, what can't be resolved.
  static Optional<String> absolute(Element context, String address) {
    return resolve(context, address).filter(Addresses::isWeb);
  }

  /// The same for links, which may also write mail.
  static Optional<String> link(Element context, String address) {
    return resolve(context, address)
        .filter(link -> isWeb(link) || link.toLowerCase(Locale.ROOT).startsWith("mailto:"));
  }

  private static Optional<String> resolve(Element context, String address) {
    if (PLAIN.matcher(address).matches()) {
      return Optional.of(address);
    }
    String stripped = INVISIBLE.matcher(address).replaceAll("").strip();
    if (stripped.isEmpty()) {
      return Optional.empty();
    }
    if (PLAIN.matcher(stripped).matches()) {
      return Optional.of(stripped);
    }
    String resolved = StringUtil.resolve(context.baseUri(), stripped).replace(" ", "%20");
    return Optional.of(resolved).filter(found -> !found.isEmpty());
  }

  /// The name of a file on this machine without its ending, or null if the address is another.
  static @Nullable String fileName(String address) {
    if (!address.startsWith("file:///")) {
      return null;
    }
    String path = URI.create(address).getPath();
    return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.\\w{1,8}$", "");
  }

  private static boolean isWeb(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    return (lower.startsWith("http://") || lower.startsWith("https://")) && lower.length() > 9;
  }
}
