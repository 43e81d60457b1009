package zhai.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import zhai.exchange.JsonText;
import zhai.library.UnknownBookmarkException;
import zhai.query.QueryException;
import zhai.url.InvalidUrlException;

/// What a failure means to whoever asked: a status, a sentence, and where a query can't be read the
/// place in it.
///
/// @param below lines that show where; mostly none
record Failed(int status, String sentence, String below) {

  static Failed of(Exception failure) {
    return switch (failure) {
      case HttpFailure http -> new Failed(http.status(), message(http), "");
      case QueryException query -> new Failed(400, message(query), query.caretBlock());
      case UnknownBookmarkException unknown -> new Failed(404, message(unknown), "");
      case InvalidUrlException invalid -> new Failed(400, message(invalid), "");
      case IllegalArgumentException wrong -> new Failed(400, message(wrong), "");
      case UncheckedIOException unchecked when unchecked.getCause() != null ->
          of(unchecked.getCause());
      case IOException io -> new Failed(500, message(io), "");
      default -> new Failed(500, message(failure), "");
    };
  }

  ObjectNode json() {
    ObjectNode json = JsonText.object().put("error", sentence);
    json.put("place", below.isEmpty() ? null : below);
    return json;
  }

  private static String message(Exception failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName().toLowerCase(Locale.ROOT)
        : message;
  }
}
