package zhai.serve;

import java.util.Map;

/// The headers that tell a browser what an answer of ours may never do.
final class Protection {
  /// Our own files and nothing else: no script or style within a page, no frame around it, no form
  /// to elsewhere.
  private static final String OWN_PAGES =
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /// A page as it came: no script, no form, no origin, nothing asked for; what is written into it
  /// may be seen.
  private static final String AS_IT_CAME =
      "sandbox; default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline';"
          + " form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

  private static final Map<String, String> ALWAYS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Permissions-Policy", "interest-cohort=(), browsing-topics=()",
          "X-Frame-Options", "DENY",
          "X-Robots-Tag", "noindex");

  private Protection() {}

  static Reply ofOwnPage(Reply reply) {
    return protect(reply, OWN_PAGES);
  }

  static Reply ofPageAsItCame(Reply reply) {
    return protect(reply, AS_IT_CAME);
  }

  private static Reply protect(Reply reply, String policy) {
    Reply safe = reply.with("Content-Security-Policy", policy);
    for (Map.Entry<String, String> header : ALWAYS.entrySet()) {
      safe = safe.with(header.getKey(), header.getValue());
    }
    return reply.headers().containsKey("Cache-Control")
        ? safe
        : safe.with("Cache-Control", "no-store");
  }
}
