package zhai.library;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhai.url.CanonicalRules;
import zhai.url.InvalidUrlException;
import zhai.url.WebUrl;

/// Decides, once a page was read, which address is really its own.
///
/// Two things are believed: where the redirects ended, and the address that the page calls its own
/// if that one names the same thing more fully: it is on the same host and still holds the last
/// part of the address asked for (`/answer/2` → `/question/1/answer/2`). A page may call anything
/// its own, so nothing else is taken from there. Only pages that were read are asked: a wall's
/// address is the same for every page behind it.
final class Identity {
  private final CanonicalRules rules;

  Identity(CanonicalRules rules) {
    this.rules = rules;
  }

  /// The page's own address, or the asked one if nothing better is known.
  ///
  /// @param hops addresses passed, the asked one first; may be empty
  /// @param calledItself the article's own canonical address, or null
  WebUrl settle(WebUrl asked, List<String> hops, @Nullable String calledItself) {
    WebUrl landed =
        hops.size() < 2
            ? asked
            : identify(hops.getLast())
                .filter(url -> !isFrontPageOf(url, asked) && !isGateTo(asked, url))
                .orElse(asked);
    return calledItself == null
        ? landed
        : identify(calledItself).filter(own -> namesMoreFully(own, landed)).orElse(landed);
  }

  /// Canonical addresses of everything that led to the page, its own left out; none if what the way
  /// led to is not the page.
  List<String> aliases(WebUrl own, WebUrl asked, List<String> hops) {
    if (own.equals(asked)) {
      return List.of();
    }
    return Stream.concat(
            Stream.of(asked.canonical()),
            hops.stream().flatMap(hop -> identify(hop).stream()).map(WebUrl::canonical))
        .filter(address -> !address.equals(own.canonical()))
        .distinct()
        .toList();
  }

  private Optional<WebUrl> identify(String address) {
    try {
      return Optional.of(rules.identify(address));
    } catch (InvalidUrlException _) {
      return Optional.empty();
    }
  }

  /// A page that has the asked address in its own leads on to it (consent, login): it is not the
  /// page.
  private static boolean isGateTo(WebUrl asked, WebUrl landed) {
    String plain = URLDecoder.decode(landed.canonical(), StandardCharsets.UTF_8);
    String wanted = asked.canonical().replaceFirst("^https?://", "");
    return plain.indexOf(wanted) > "https://".length() + "www.".length();
  }

  /// A site that sends a page's readers to its front page no longer has the page; all such pages
  /// would become one bookmark.
  private static boolean isFrontPageOf(WebUrl landed, WebUrl asked) {
    return landed.host().equals(asked.host())
        && segments(landed).isEmpty()
        && !segments(asked).isEmpty();
  }

  private static boolean namesMoreFully(WebUrl own, WebUrl landed) {
    List<String> wanted = segments(landed);
    List<String> offered = segments(own);
    return own.host().equals(landed.host())
        && !wanted.isEmpty()
        && offered.size() > wanted.size()
        && offered.containsAll(wanted);
  }

  private static List<String> segments(WebUrl url) {
    String path = URI.create(url.canonical()).getRawPath();
    return Arrays.stream(path == null ? new String[0] : path.split("/"))
        .filter(segment -> !segment.isEmpty())
        .toList();
  }
}
