package zhai.url;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// From what people paste to a parsed http(s) address.
///
/// Forgiven: white space and invisible characters around, line breaks and tabs inside, `<…>` and
/// quotes around, `&amp;` for `&`, `https：／／` typed with a Chinese keyboard, a missing scheme
/// (`zhihu.com/question/1`). Refused, each with its own sentence: other schemes, plain words,
/// e-mail addresses, texts over 64 KiB, hosts that cannot be, and IP addresses in disguise
/// (`0177.0.0.1`, `2130706433`, `①②⑦.0.0.1`), which programs read differently.
final class GivenText {
  static final int MAX_CHARS = 64 * 1024;

  private static final Pattern INSIDE = Pattern.compile("[\\t\\r\\n\\u200B\\u2060\\uFEFF]+");
  private static final Pattern AMPERSAND =
      Pattern.compile("\\\\x26(?:amp;)*+|&(?:amp;|#38;|#x26;)++", Pattern.CASE_INSENSITIVE);
  private static final Pattern WIDE_SCHEME = Pattern.compile("^([a-zA-Zａ-ｚＡ-Ｚ]{4,5}) ?[:：][/／]{2}");
  private static final Pattern SCHEME =
      Pattern.compile("^([a-zA-Z][a-zA-Z0-9+.-]*):(?!\\d{1,5}(?:/|$))");
  private static final char FIRST_WIDE = '\uFF01';
  private static final char LAST_WIDE = '\uFF5E';
  private static final int MAX_HOST_CHARS = 260;
  private static final Pattern AUTHORITY_END = Pattern.compile("[/?#]");
  private static final Pattern HOST_ALONE =
      Pattern.compile(
          "(?:[\\p{L}\\p{N}_-]+\\.){1,127}(\\p{L}{2,}|xn--[a-z0-9-]+)(?::\\d{1,5})?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HOST = Pattern.compile("[\\p{Alnum}_.-]*\\p{Alnum}\\.?|[0-9a-f:.]+");
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])(?:\\.(?!$)|$)){4}");
  private static final Pattern ENDS_IN_NUMBER =
      Pattern.compile("(?:.*\\.)?(?:\\d+|0[xX][0-9a-fA-F]*)\\.?");
  private static final Pattern AUTHORITY =
      Pattern.compile("^[a-zA-Z]+:[/\\\\]*(?:[^/\\\\?#]*@)?([^/\\\\?#]*)");

  /// What a host without scheme and path may end in; anything may when a path follows or `www.`
  /// leads. The rest (`notes.md`, `Main.java`) is more likely a file name.
  private static final Set<String> KNOWN_ENDINGS =
      Set.of(
          "com", "cn", "net", "org", "edu", "gov", "io", "dev", "me", "ai", "app", "cc", "tv", "co",
          "xyz", "info", "top", "hk", "tw", "jp", "uk", "de", "fr", "eu", "us", "blog", "site",
          "wiki", "news", "im", "ink", "fun", "tech", "中国");

  private GivenText() {}

  /// What was given, without white space and invisible characters around it.
  static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isInvisible(text.charAt(start))) {
      start++;
    }
    while (end > start && isInvisible(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isInvisible(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT;
  }

  /// Trimmed, without line breaks inside, and with `&` for `&amp;`.
  static String tidy(String text) {
    String oneLine = INSIDE.matcher(trim(text)).replaceAll("");
    return AMPERSAND.matcher(oneLine).replaceAll("&");
  }

  /// @throws InvalidUrlException with one sentence
  static HttpUrl parse(String given) {
    checkLength(given, given);
    String text = withScheme(narrowScheme(unwrapQuotes(tidy(given))));
    HttpUrl url = HttpUrl.parse(text);
    if (url == null || !hasHost(url)) {
      throw new InvalidUrlException("is not an address: its host name or port cannot be", given);
    }
    checkLength(url.toString(), given);
    if (isDisguisedIp(url, text)) {
      throw new InvalidUrlException(
          "writes an IP address in an unusual form: write it as four decimal numbers", given);
    }
    return url;
  }

  /// @throws InvalidUrlException with one sentence, if that form of what was given is too long
  static void checkLength(String form, String given) {
    if (form.length() > MAX_CHARS) {
      throw new InvalidUrlException("is longer than an address may be (64 KiB)", given);
    }
  }

  /// The address that stands inside a redirector's, or null if it is none: then the redirector is
  /// the page.
  ///
  /// @param text begins with `http://` or `https://`
  static @Nullable HttpUrl parseTarget(String text) {
    HttpUrl url = HttpUrl.parse(text);
    boolean sound =
        url != null
            && url.toString().length() <= MAX_CHARS
            && hasHost(url)
            && !isDisguisedIp(url, text);
    return sound ? url : null;
  }

  private static String unwrapQuotes(String text) {
    String inner = text;
    while (isQuoted(inner)) {
      inner = trim(inner.substring(1, inner.length() - 1));
    }
    return inner;
  }

  private static boolean isQuoted(String text) {
    if (text.length() < 2) {
      return false;
    }
    int kind = "<\"'`“‘「『《（(【[".indexOf(text.charAt(0));
    return kind >= 0 && text.charAt(text.length() - 1) == ">\"'`”’」』》）)】]".charAt(kind);
  }

  private static String narrowScheme(String text) {
    Matcher scheme = WIDE_SCHEME.matcher(text);
    if (!scheme.find()) {
      return text;
    }
    boolean allWide = scheme.group(1).charAt(0) > 0x7F;
    int end = allWide ? text.length() : scheme.end();
    return narrow(text.substring(0, end)).replace(" :", ":") + text.substring(end);
  }

  /// With full-width letters and signs as the ASCII that they are wide forms of.
  private static String narrow(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      if (chars[i] >= FIRST_WIDE && chars[i] <= LAST_WIDE) {
        chars[i] = (char) (chars[i] - FIRST_WIDE + '!');
      }
    }
    return new String(chars);
  }

  private static String withScheme(String text) {
    if (text.isEmpty()) {
      throw new InvalidUrlException("is empty: give the address of a page", text);
    }
    Matcher scheme = SCHEME.matcher(text);
    if (scheme.find()) {
      String name = scheme.group(1).toLowerCase(Locale.ROOT);
      if (name.equals("http") || name.equals("https")) {
        return text;
      }
      throw new InvalidUrlException(
          "is not the address of a web page: only http and https are kept, not '" + name + "'",
          text);
    }
    return "https://" + schemeless(text.startsWith("//") ? text.substring(2) : text, text);
  }

  private static String schemeless(String text, String given) {
    String authority = AUTHORITY_END.split(text, 2)[0];
    if (authority.indexOf('@') >= 0) {
      throw new InvalidUrlException(
          "looks like an e-mail address, not the address of a page", given);
    }
    Matcher host = HOST_ALONE.matcher(authority);
    if (authority.length() > MAX_HOST_CHARS || !host.matches()) {
      throw new InvalidUrlException("is not an address: there is no host name in it", given);
    }
    boolean clear =
        authority.length() < text.length()
            || text.regionMatches(true, 0, "www.", 0, 4)
            || KNOWN_ENDINGS.contains(host.group(1).toLowerCase(Locale.ROOT));
    if (!clear) {
      throw new InvalidUrlException(
          "could be a file name: write https:// in front of it if it is an address", given);
    }
    return text;
  }

  /// Whether there is a host that also reads back: the parser writes some that it would then
  /// refuse.
  private static boolean hasHost(HttpUrl url) {
    return HOST.matcher(url.host()).matches() && HttpUrl.parse(url.toString()) != null;
  }

  private static boolean isDisguisedIp(HttpUrl url, String text) {
    String host = url.host();
    Matcher authority = AUTHORITY.matcher(text);
    String typed = authority.find() ? authority.group(1) : "";
    boolean plain = IPV4.matcher(host).matches() && typed.replaceFirst(":\\d*$", "").equals(host);
    return ENDS_IN_NUMBER.matcher(host).matches() && !plain;
  }
}
