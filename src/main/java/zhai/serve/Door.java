package zhai.serve;

import java.util.List;
import java.util.Set;

/// Decides who may come in, by the head of a request alone.
///
/// Loopback is no wall: every page that is open in the browser can send requests there, a name that
/// a page's owner controls can be made to mean 127.0.0.1 (DNS rebinding), and other users of the
/// machine can connect. So, in this order:
///
/// | looked at | wanted | else |
/// |---|---|---|
/// | `Host`, once | one of our three names, with the port | 421 |
/// | method | GET, HEAD, POST | 405 |
/// | `Origin`, if sent | our own, under the name that `Host` says; an extension's with the installation's token | 403 |
/// | `Sec-Fetch-Site`, if sent | `same-origin` or `none`; from elsewhere only a person's own way to a page | 403 |
/// | `Content-Type` of a POST | `application/json`, which no form can send | 415 |
/// | `Zhai-Token` | for a POST: the page's key with the cookie, or the installation's token | 403 |
/// | cookie or token | for everything else but what is {@link #PUBLIC} | 401 |
///
/// There are no CORS headers, so no other origin ever reads an answer.
final class Door {
  /// The header of who wants to change something.
  static final String TOKEN = "Zhai-Token";

  /// What anybody may see: it says nothing about a library.
  private static final String PUBLIC = "/assets/";

  /// Comes in with a key of its own.
  static final String ENTRANCE = "/enter";

  private static final Set<String> EXTENSIONS =
      Set.of("chrome-extension", "moz-extension", "safari-web-extension");

  private final Keys keys;
  private final int port;
  private final String cookie;
  private final List<String> hosts;

  /// @param cookiePort of the port whose cookie counts: browsers tell cookies apart by name, not by
  ///   port
  Door(Keys keys, int port, int cookiePort) {
    this.keys = keys;
    this.port = port;
    this.cookie = cookieName(cookiePort);
    this.hosts = List.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
  }

  static String cookieName(int port) {
    return "zhai-" + port;
  }

  /// What the door says.
  sealed interface Word {

    /// Come in.
    record Welcome() implements Word {}

    /// A person came here by a link on another site, so the browser kept the cookie back. It sends
    /// it when they come again from a page of ours.
    record ComeAgain() implements Word {}

    /// No.
    record Refused(int status, String sentence) implements Word {}
  }

  Word answer(Knock knock) {
    if (knock.header("Host").filter(hosts::contains).isEmpty()) {
      return new Word.Refused(
          421, "this is %s; it answers to no other name".formatted(hosts.getFirst()));
    }
    if (!knock.reads() && !knock.method().equals("POST")) {
      return new Word.Refused(405, "only GET, HEAD and POST are understood");
    }
    if (!hasOwnOrigin(knock)) {
      return new Word.Refused(403, "a page of another origin asked for this");
    }
    return switch (knock.site()) {
      case "", "none", "same-origin" -> knock.reads() ? reading(knock) : changing(knock);
      case "same-site", "cross-site" -> fromElsewhere(knock);
      default -> new Word.Refused(403, "what the browser says about who asks is not understood");
    };
  }

  private Word fromElsewhere(Knock knock) {
    if (!knock.reads() || !knock.isNavigation()) {
      return new Word.Refused(403, "a page of another site asked for this");
    }
    return reading(knock) instanceof Word.Welcome ? new Word.Welcome() : new Word.ComeAgain();
  }

  private boolean hasOwnOrigin(Knock knock) {
    String host = knock.header("Host").orElse("");
    return knock
        .header("Origin")
        .map(origin -> origin.equals("http://" + host) || isExtension(origin, knock))
        .orElse(true);
  }

  private boolean isExtension(String origin, Knock knock) {
    return EXTENSIONS.contains(origin.replaceFirst(":.*", "")) && hasInstallationToken(knock);
  }

  private Word reading(Knock knock) {
    boolean open = knock.path().startsWith(PUBLIC) || knock.path().equals(ENTRANCE);
    return open || hasCookie(knock) || hasInstallationToken(knock)
        ? new Word.Welcome()
        : new Word.Refused(
            401, "this is a private library; come in by the link that `zhai serve` prints");
  }

  private Word changing(Knock knock) {
    if (!knock.isJson()) {
      return new Word.Refused(415, "a change is asked for with a body of application/json");
    }
    boolean ofPage = hasCookie(knock) && Keys.same(keys.page(), token(knock));
    return ofPage || hasInstallationToken(knock)
        ? new Word.Welcome()
        : new Word.Refused(
            403,
            "a change needs the header %s; has the server been started anew since the page was loaded?"
                .formatted(TOKEN));
  }

  private boolean hasCookie(Knock knock) {
    return Keys.same(keys.cookie(), knock.cookie(cookie));
  }

  private boolean hasInstallationToken(Knock knock) {
    return Keys.same(keys.installation(), token(knock));
  }

  private static String token(Knock knock) {
    return knock.header(TOKEN).orElse("");
  }

  /// What a browser is to show from now on: only to us, never to a script, never on behalf of
  /// another site, and only until it is closed.
  String cookie() {
    return "%s=%s; Path=/; HttpOnly; SameSite=Strict".formatted(cookie, keys.cookie());
  }

  int port() {
    return port;
  }
}
