package zhai.extract;

import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import zhai.model.Snapshot;

/// A snapshot after its charset and type were found and its bytes were parsed, once.
public sealed interface Page {

  /// The bytes behind it; `snapshot().address()` is what was asked for, after redirects.
  Snapshot snapshot();

  default String address() {
    return snapshot().address();
  }

  /// What of the page was left unread, as a sentence; null if it was read whole.
  default @Nullable String leftUnread() {
    return null;
  }

  /// HTML or XHTML. Readers work on their own clone of the document.
  ///
  /// @param index of the document's elements
  /// @param whole whether the document has all of the page's elements
  record Html(Snapshot snapshot, Document document, PageIndex index, boolean whole)
      implements Page {

    Html(Snapshot snapshot, Document document, boolean whole) {
      this(snapshot, document, PageIndex.of(document), whole);
    }

    /// A page that was parsed whole.
    public Html(Snapshot snapshot, Document document) {
      this(snapshot, document, true);
    }

    @Override
    public @Nullable String leftUnread() {
      return whole
          ? PageParser.cutOff(snapshot)
          : "The page has too many elements to read them all; only its beginning was read.";
    }
  }

  /// A JSON document as the whole body: what a site's own interface answers.
  record Json(Snapshot snapshot, JsonNode root) implements Page {}

  /// Plain text or Markdown.
  record Plain(Snapshot snapshot, String text, boolean markdown) implements Page {

    @Override
    public @Nullable String leftUnread() {
      return PageParser.cutOff(snapshot);
    }
  }

  /// A PDF file, still as bytes.
  record Pdf(Snapshot snapshot) implements Page {}

  /// An EPUB book, still as bytes.
  record Epub(Snapshot snapshot) implements Page {}

  /// A type that can't be read.
  ///
  /// @param type the media type as far as it is known, for the message
  record Unreadable(Snapshot snapshot, String type) implements Page {}
}
