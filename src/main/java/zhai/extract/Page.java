package zhai.extract;

import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.nodes.Document;
import zhai.model.Snapshot;

/// A snapshot after its charset and type were found and its bytes were parsed, once.
public sealed interface Page {

  /// The bytes behind it; `snapshot().address()` is what was asked for, after redirects.
  Snapshot snapshot();

  default String address() {
    return snapshot().address();
  }

  /// HTML or XHTML. Readers work on their own clone of the document.
  record Html(Snapshot snapshot, Document document) implements Page {}

  /// A JSON document as the whole body: what a site's own interface answers.
  record Json(Snapshot snapshot, JsonNode root) implements Page {}

  /// Plain text or Markdown.
  record Plain(Snapshot snapshot, String text, boolean markdown) implements Page {}

  /// A PDF file, still as bytes.
  record Pdf(Snapshot snapshot) implements Page {}

  /// A type that can't be read.
  ///
  /// @param type the media type as far as it is known, for the message
  record Unreadable(Snapshot snapshot, String type) implements Page {}
}
