package zhai.extract;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import zhai.model.Bytes;
import zhai.model.Snapshot;

/// Finds the charset and the type of a snapshot and parses its bytes, once.
public final class PageParser {
  /// What is parsed of a text at most; what comes after is left unread, and that is said.
  static final int MAX_PARSED_BYTES = 5_000_000;

  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(200).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private PageParser() {}

  /// Parses; never fails: what can't be parsed as what it claims is read as plain text.
  public static Page parse(Snapshot snapshot) {
    return parse(snapshot, Map.of());
  }

  /// The same of a page that came with pictures.
  ///
  /// @param images by what the page calls them
  static Page parse(Snapshot snapshot, Map<String, Bytes> images) {
    BodyType type = BodyType.of(snapshot);
    return switch (type.kind()) {
      case EPUB -> new Page.Epub(snapshot);
      case PDF -> new Page.Pdf(snapshot);
      case UNREADABLE -> new Page.Unreadable(snapshot, type.name());
      case HTML -> html(snapshot, type, images);
      case FEED ->
          new Page.Html(
              snapshot,
              FeedPage.read(text(snapshot, type), snapshot.address()),
              WrittenImages.none(snapshot.body()));
      case JSON -> json(snapshot, text(snapshot, type));
      case PLAIN -> new Page.Plain(snapshot, text(snapshot, type), false);
      case MARKDOWN -> new Page.Plain(snapshot, text(snapshot, type), true);
    };
  }

  private static String text(Snapshot snapshot, BodyType type) {
    return text(snapshot.body(), type);
  }

  private static String text(Bytes body, BodyType type) {
    return BodyDecoder.decode(body.beginning(MAX_PARSED_BYTES), type.charsetLabel()).text();
  }

  /// A sentence if there is more than what is parsed, else null.
  static @Nullable String cutOff(Bytes body) {
    return body.size() > MAX_PARSED_BYTES
        ? "The page is larger than 5 MB; only its beginning was read."
        : null;
  }

  private static Page html(Snapshot snapshot, BodyType type, Map<String, Bytes> images) {
    WrittenImages written = WrittenImages.takenOutOf(snapshot.body());
    HtmlTree tree = HtmlTree.parse(text(written.rest(), type), snapshot.address());
    return new Page.Html(snapshot, tree, written.with(images, tree.document()));
  }

  private static Page json(Snapshot snapshot, String text) {
    try {
      JsonNode root = JSON.readTree(text);
      return new Page.Json(snapshot, root);
    } catch (JacksonException _) {
      return new Page.Plain(snapshot, text, false);
    }
  }
}
