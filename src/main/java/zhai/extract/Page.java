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
  /// @param written the pictures that were taken out of the page before it was parsed
  record Html(
      Snapshot snapshot, Document document, PageIndex index, boolean whole, WrittenImages written)
      implements Page {

    Html(Snapshot snapshot, HtmlTree tree, WrittenImages written) {
      this(snapshot, tree.document(), PageIndex.of(tree.document()), tree.whole(), written);
    }

    /// A page that was parsed whole, and has no pictures written into it.
    public Html(Snapshot snapshot, Document document) {
      this(snapshot, new HtmlTree(document, true), WrittenImages.none(snapshot.body()));
    }

    @Override
    public @Nullable String leftUnread() {
      return whole
          ? PageParser.cutOff(written.rest())
          : "The page has too many elements to read them all; only its beginning was read.";
    }
  }

  /// A JSON document as the whole body: what a site's own interface answers.
  record Json(Snapshot snapshot, JsonNode root) implements Page {}

  /// Plain text or Markdown.
  record Plain(Snapshot snapshot, String text, boolean markdown) implements Page {

    @Override
    public @Nullable String leftUnread() {
      return PageParser.cutOff(snapshot.body());
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
