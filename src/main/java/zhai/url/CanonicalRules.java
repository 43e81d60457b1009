package zhai.url;

import okhttp3.HttpUrl;

/// The ordered canonical rules: readable table → [WebUrl].
public final class CanonicalRules {
  private CanonicalRules() {}

  /// The rules that come with zhai.
  public static CanonicalRules bundled() {
    return new CanonicalRules();
  }

  /// Reads a rule file.
  ///
  /// @param name shown in errors
  /// @throws RuleSyntaxException names the file, the line and what is wrong
  public static CanonicalRules parse(String text, String name) {
    return new CanonicalRules();
  }

  /// These rules, after a user's own, which come first.
  public CanonicalRules extendedBy(CanonicalRules own) {
    return this;
  }

  /// @throws InvalidUrlException if the text is not the address of a web page
  public WebUrl identify(String given) {
    HttpUrl url = HttpUrl.parse(given.strip());
    if (url == null) {
      throw new InvalidUrlException("is not an address zhai can read", given);
    }
    String fetch = url.newBuilder().fragment(null).build().toString();
    return WebUrl.stored(given.strip(), fetch, fetch.replaceFirst("^http:", "https:"));
  }
}
