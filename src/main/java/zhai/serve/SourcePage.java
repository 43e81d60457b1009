package zhai.serve;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import zhai.library.Library;
import zhai.model.ArticleVersion;
import zhai.model.Entry;
import zhai.model.Snapshot;

/// `/page/ID/source` on the second port: the bytes of a page as they came. The browser shows them
/// in a sandbox without scripts, forms and an origin, and asks nobody for anything.
final class SourcePage {
  private final Library library;

  SourcePage(Library library) {
    this.library = library;
  }

  Reply answer(Asked asked) {
    Entry entry = library.entry(asked.number("id"));
    ArticleVersion current = entry.article();
    Snapshot snapshot =
        (current == null ? Optional.<Snapshot>empty() : library.source(entry, current))
            .orElseThrow(() -> new HttpFailure(404, "the page's bytes were not kept"));
    String type = snapshot.header("Content-Type").orElse("text/html");
    return new Reply(200, shown(type), snapshot.body(), Map.of());
  }

  /// HTML as the page said it is written; all else as text, so that nothing but the sandboxed
  /// parser of HTML ever sees it.
  private static String shown(String type) {
    String lower = type.toLowerCase(Locale.ROOT);
    boolean html = lower.startsWith("text/html") || lower.startsWith("application/xhtml");
    String charset = lower.replaceFirst("(?s).*charset=\"?([a-z0-9_-]{2,30}).*", "$1");
    String known = charset.equals(lower) ? "" : "; charset=" + charset;
    return (html ? "text/html" : "text/plain") + known;
  }
}
