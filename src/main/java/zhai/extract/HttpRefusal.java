package zhai.extract;

import zhai.model.Verdict;

/// What an HTTP status of 400 or more means for the page.
final class HttpRefusal {
  /// Statuses from here on are some site's own way to say no: LinkedIn answers 999.
  private static final int MADE_UP = 600;

  private HttpRefusal() {}

  static Refusal of(int status) {
    return switch (status) {
      case 401 -> new Refusal(Verdict.LOGIN, "The site wants a login first (HTTP 401).");
      case 404, 410 -> new Refusal(Verdict.GONE, "The page is not there (HTTP " + status + ").");
      case 402 -> new Refusal(Verdict.REFUSED, "The page costs money (HTTP 402).");
      case 429 -> new Refusal(Verdict.REFUSED, "The site got too many requests (HTTP 429).");
      case 451 ->
          new Refusal(Verdict.REFUSED, "The page is withheld for legal reasons (HTTP 451).");
      default ->
          status >= 500 && status < MADE_UP
              ? new Refusal(Verdict.UNREACHABLE, "The server failed (HTTP " + status + ").")
              : new Refusal(
                  Verdict.REFUSED, "The site refused to show the page (HTTP " + status + ").");
    };
  }
}
