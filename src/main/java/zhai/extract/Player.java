package zhai.extract;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// A film, a sound or an embedded player → a link to it. Frames are used for much else
/// (advertisements, like buttons, counters), so one is a player only if its address looks like one;
/// the table is `players.txt`.
final class Player {
  static final String CLASS = "embedded-player";

  private static final Set<String> TAGS = Set.of("video", "audio", "iframe", "embed");

  private static final Pattern KNOWN =
      Pattern.compile(
          "(?i)^https?://(?:[\\w.-]*\\.)?(?:"
              + String.join("|", RuleFile.open("players.txt").rules())
              + ")");

  private static final Pattern HOST = Pattern.compile("^https?://(?:www\\.)?([^/?#]+).*");

  private Player() {}

  static boolean is(Element element) {
    return TAGS.contains(element.normalName());
  }

  /// A link with the player's title, or with its host where it has none.
  static Optional<Element> link(Element player) {
    Element source = player.selectFirst("source[src]");
    String raw = player.hasAttr("data-src") ? player.attr("data-src") : player.attr("src");
    if (raw.isBlank() && source != null) {
      raw = source.attr("src");
    }
    boolean frame = player.nameIs("iframe") || player.nameIs("embed");
    return Addresses.absolute(player, raw)
        .filter(address -> !frame || KNOWN.matcher(address).find())
        .map(address -> link(player, address));
  }

  private static Element link(Element player, String address) {
    String title = InlineTidier.collapse(player.attr("title")).strip();
    Element link = new Element("a").addClass(CLASS).attr("href", address);
    return link.text(title.isEmpty() ? host(address) : title);
  }

  /// Whether the element is a player's link in clean HTML. Its words are no words of the page.
  static boolean isLink(Element element) {
    return element.nameIs("a") && element.hasClass(CLASS);
  }

  private static String host(String address) {
    return HOST.matcher(address).replaceFirst("$1");
  }
}
