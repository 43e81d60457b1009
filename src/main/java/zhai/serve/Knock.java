package zhai.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A request as the door sees it: what it asks for and what its head says, not its body.
///
/// @param path as it was sent, without the query
record Knock(String method, String path, Headers headers) {
  static Knock of(HttpExchange exchange) {
    return new Knock(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        exchange.getRequestHeaders());
  }

  /// A header that is there once; what is there twice is as good as a wrong one.
  Optional<String> header(String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(values.size() == 1 ? values.getFirst().strip() : "");
  }

  boolean reads() {
    return method.equals("GET") || method.equals("HEAD");
  }

  boolean isApi() {
    return path.startsWith("/api/");
  }

  /// Whether a person goes to a page, as opposed to a page asking for something.
  boolean isNavigation() {
    return header("Sec-Fetch-Mode").filter("navigate"::equals).isPresent()
        && header("Sec-Fetch-Dest").filter("document"::equals).isPresent();
  }

  /// What the browser says about who asks: `same-origin`, `same-site`, `cross-site`, `none`; empty
  /// if it says nothing.
  String site() {
    return header("Sec-Fetch-Site").map(it -> it.isEmpty() ? "?" : it).orElse("");
  }

  boolean isJson() {
    String type = header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    return type.equals("application/json")
        || type.matches("application/json\\s*;\\s*charset=\"?utf-8\"?");
  }

  /// The value of a cookie; empty if it was not sent.
  String cookie(String name) {
    for (String pair : header("Cookie").orElse("").split(";")) {
      String[] parts = pair.strip().split("=", 2);
      if (parts.length == 2 && parts[0].equals(name)) {
        return parts[1];
      }
    }
    return "";
  }
}
