package zhai.extract;

import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;

/// Addresses that may stand in clean content: absolute, and of a scheme that only names a place.
final class Addresses {
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
    String stripped = address.replaceAll("[\\p{Cntrl}\u200b\ufeff]", "").strip();
    if (stripped.isEmpty()) {
      return Optional.empty();
    }
    Element probe = new Element("a").attr("href", stripped);
    probe.setBaseUri(context.baseUri());
    String resolved = probe.absUrl("href").replace(" ", "%20");
    return Optional.of(resolved).filter(found -> !found.isEmpty());
  }

  private static boolean isWeb(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    return (lower.startsWith("http://") || lower.startsWith("https://")) && lower.length() > 9;
  }
}
