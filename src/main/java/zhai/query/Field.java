package zhai.query;

import java.util.Locale;

/// The parts of a bookmark that a word or phrase can be looked for in: `title:`, `tag:` and so on.
public enum Field {
  /// The page's title and the user's own.
  TITLE,
  /// What the page says, its title and description included.
  TEXT,
  /// The words picked from the page.
  EXCERPT,
  /// The user's own words: notes, and comments on excerpts.
  NOTE,
  /// A whole tag, whatever its case and width.
  TAG,
  /// A host with everything below it (`zhihu.com` finds `zhuanlan.zhihu.com`), or words of the
  /// site's name.
  SITE,
  /// Words of the byline.
  AUTHOR,
  /// A piece of the address, cut at its punctuation.
  URL,
  /// A BCP 47 tag or its beginning: `zh` finds `zh-Hant`.
  LANG,
  /// The user's own note file that the bookmark stands in: its path or the end of it
  /// (`daily/2026-01-04.md`), a folder (`daily/`), or any piece of the path.
  SOURCE;

  /// The word used in the language.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
