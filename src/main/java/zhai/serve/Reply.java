package zhai.serve;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import zhai.exchange.JsonText;
import zhai.model.Bytes;

/// What is sent back.
///
/// @param type the media type
/// @param headers beside those that every answer has, see {@link Protection}
record Reply(int status, String type, Body body, Map<String, String> headers) {
  static final String HTML = "text/html; charset=utf-8";
  static final Bytes NOTHING = Bytes.ofUtf8("");
  static final String JSON = "application/json";

  /// What stands below the headers.
  sealed interface Body {}

  /// All of it is there.
  record Whole(Bytes bytes) implements Body {}

  /// It is written while it is sent, so that it may be larger than memory. An answer that fails on
  /// the way ends in the middle, and the browser says that it is not whole.
  record Streamed(Writing writing) implements Body {}

  /// Writes a body and leaves the stream open.
  @FunctionalInterface
  interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /// An answer whose body is all there.
  Reply(int status, String type, Bytes body, Map<String, String> headers) {
    this(status, type, new Whole(body), headers);
  }

  static Reply html(int status, String page) {
    return new Reply(status, HTML, Bytes.ofUtf8(page), Map.of());
  }

  static Reply json(int status, JsonNode value) {
    return new Reply(status, JSON, Bytes.ofUtf8(JsonText.write(value)), Map.of());
  }

  /// Sends a browser on.
  static Reply seeOther(String address) {
    return new Reply(303, HTML, NOTHING, Map.of("Location", address));
  }

  Reply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, type, body, more);
  }
}
