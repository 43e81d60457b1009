package zhai.serve;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// A way to another page of ours.
///
/// @param text what it is called
/// @param href where it leads
/// @param count how many are there; empty where nobody counted
record Link(String text, String href, String count) {

  static Link to(String text, String href) {
    return new Link(text, href, "");
  }

  /// A page with a query, and parameters behind it.
  ///
  /// @param more names and values in turn; a name whose value is empty is left out
  static String asking(String path, String query, String... more) {
    StringBuilder address = new StringBuilder(path).append("?q=").append(encoded(query));
    for (int i = 0; i < more.length; i += 2) {
      if (!more[i + 1].isEmpty()) {
        address.append('&').append(more[i]).append('=').append(encoded(more[i + 1]));
      }
    }
    return address.toString();
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
