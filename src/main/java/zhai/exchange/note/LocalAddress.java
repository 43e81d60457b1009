package zhai.exchange.note;

import java.util.regex.Pattern;

/// Addresses of the user's own machine: `http://localhost:3000/`, `http://127.0.0.1/`.
final class LocalAddress {
  private static final Pattern LOOPBACK =
      Pattern.compile(
          "https?://(?:[^/?#@\\s]{0,200}+@)?+"
              + "(?:(?:[\\w.-]*\\.)?localhost\\.?|127(?:\\.\\d{1,3}){3}|0\\.0\\.0\\.0|\\[::1])"
              + "(?::\\d*)?(?:[/?#\\s\\\\].*)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private LocalAddress() {}

  static boolean isLocal(String url) {
    return LOOPBACK.matcher(url).matches();
  }
}
