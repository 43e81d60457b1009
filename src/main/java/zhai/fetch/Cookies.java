package zhai.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import okhttp3.Cookie;

/// The cookies of a browser, as exported to the `cookies.txt` format of Netscape, curl and wget.
///
/// A line is seven fields with a tab between: domain, whether subdomains are included (`TRUE`,
/// `FALSE`), path, whether only for https, expiry in seconds since 1970 (0: as long as the browser
/// runs; here: always), name, value. A line that begins with `#HttpOnly_` is a cookie too; other
/// lines with `#`, and empty ones, are comments. A dot before the domain says the same as the
/// second field. The format is described in curl's `docs/HTTP-COOKIES.md`.
///
/// They are credentials: they are sent only where they belong, and never shown or stored.
public final class Cookies {
  private static final String HTTP_ONLY = "#HttpOnly_";
  private static final Cookies NONE = new Cookies(List.of());

  private final List<Cookie> all;

  private Cookies(List<Cookie> all) {
    this.all = List.copyOf(all);
  }

  public static Cookies none() {
    return NONE;
  }

  /// Reads a cookies file. Expired cookies are read, and not sent.
  ///
  /// @ at the first line that is neither a cookie nor a comment
  public static Cookies parse(String netscapeText) {
    List<Cookie> cookies = new ArrayList<>();
    int number = 0;
    for (String line : netscapeText.lines().toList()) {
      number++;
      boolean httpOnly = line.startsWith(HTTP_ONLY);
      String content = httpOnly ? line.substring(HTTP_ONLY.length()) : line;
      if (content.isBlank() || (!httpOnly && line.stripLeading().startsWith("#"))) {
        continue;
      }
      cookies.add(parseLine(number, content, httpOnly));
    }
    return new Cookies(cookies);
  }

  public int size() {
    return all.size();
  }

  @Override
  public String toString() {
    return size() + " cookies";
  }

  List<Cookie> all() {
    return all;
  }

  private static Cookie parseLine(int number, String line, boolean httpOnly) {
    String[] fields = line.split("\t", -1);
    if (fields.length < 6 || fields.length > 7) {
      throw new CookieFileException(number, "a cookie has seven fields with tabs between them");
    }
    Cookie.Builder cookie = new Cookie.Builder();
    try {
      setDomain(cookie, fields[0], isTrue(number, fields[1]));
      cookie.path(fields[2]).name(fields[5]).value(fields.length == 7 ? fields[6].strip() : "");
      setExpiry(cookie, Long.parseLong(fields[4].strip()));
      if (isTrue(number, fields[3])) {
        cookie.secure();
      }
      return (httpOnly ? cookie.httpOnly() : cookie).build();
    } catch (NumberFormatException e) {
      throw new CookieFileException(number, "the fifth field is the expiry, in whole seconds");
    } catch (IllegalArgumentException e) {
      throw new CookieFileException(number, "not a cookie: " + e.getMessage());
    }
  }

  private static void setDomain(Cookie.Builder cookie, String field, boolean subdomains) {
    String domain = field.startsWith(".") ? field.substring(1) : field;
    if (subdomains || field.startsWith(".")) {
      cookie.domain(domain);
    } else {
      cookie.hostOnlyDomain(domain);
    }
  }

  private static void setExpiry(Cookie.Builder cookie, long seconds) {
    if (seconds > 0) {
      cookie.expiresAt(Math.multiplyExact(Math.min(seconds, Long.MAX_VALUE / 1000), 1000L));
    }
  }

  private static boolean isTrue(int number, String field) {
    return switch (field.strip().toUpperCase(Locale.ROOT)) {
      case "TRUE" -> true;
      case "FALSE" -> false;
      default ->
          throw new CookieFileException(number, "the second and fourth fields are TRUE or FALSE");
    };
  }
}
