package zhai.model;

import java.util.Locale;

/// What came back when a page was asked for.
///
/// A verdict is decided by structure (a status, an element, a JSON error as the only body), never
/// by a word somewhere in the text: an article about captchas is an article. Only {@link #READ} and
/// {@link #PREVIEW} carry an article; everything else keeps the bookmark and the user's own words,
/// and leaves an article that was read earlier as it is.
public enum Verdict {
  /// The page was read whole.
  READ(Kind.ARTICLE),
  /// The page shows only its beginning (paid or truncated); what it shows is kept, marked as that.
  PREVIEW(Kind.ARTICLE),
  /// A captcha, a check for robots or a question about cookies stands before the page.
  CHALLENGE(Kind.FAILURE),
  /// The server refused: 403, or an error of its own such as Zhihu's 40362.
  REFUSED(Kind.FAILURE),
  /// The page wants a login first.
  LOGIN(Kind.FAILURE),
  /// The page is not there any more: 404, 410, or a notice of deletion.
  GONE(Kind.FAILURE),
  /// A page came, but what was asked for (the answer with that id) is not on it.
  WRONG_PAGE(Kind.FAILURE),
  /// A listing, a profile, a search result, a home page.
  NOT_ARTICLE(Kind.FAILURE),
  /// A shell that shows nothing without JavaScript.
  EMPTY(Kind.FAILURE),
  /// A type of content that can't be read, or a limit in bytes or seconds that was passed.
  UNSUPPORTED(Kind.FAILURE),
  /// No answer: name not found, TLS, timeout, connection lost, a server error.
  UNREACHABLE(Kind.FAILURE),
  /// A private address that came from an import; it was not asked for.
  SKIPPED(Kind.FAILURE),
  /// A book without a page, of which highlights came along; it is never asked for.
  BOOK(Kind.PAGELESS),
  /// Not asked for yet.
  PENDING(Kind.PENDING);

  private enum Kind {
    ARTICLE,
    FAILURE,
    PAGELESS,
    PENDING
  }

  private final Kind kind;

  Verdict(Kind kind) {
    this.kind = kind;
  }

  /// Whether a page with this verdict carries an article.
  public boolean carriesArticle() {
    return kind == Kind.ARTICLE;
  }

  /// Whether the page was asked for and no article came back.
  public boolean isFailure() {
    return kind == Kind.FAILURE;
  }

  /// The word used on the command line and in files: `read`, `wrong-page`, `not-article`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Reads a {@link #label()} back.
  ///
  /// @throws IllegalArgumentException if there is no such verdict
  public static Verdict ofLabel(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
