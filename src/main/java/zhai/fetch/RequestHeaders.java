package zhai.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/// The head of each request: `headers.txt`, the user's own User-Agent, and the validators.
final class RequestHeaders {
  private final Headers standard;

  RequestHeaders(@Nullable String userAgent) {
    Headers.Builder headers = new Headers.Builder();
    text().lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(headers::add);
    if (userAgent != null) {
      headers.set("User-Agent", userAgent);
    }
    this.standard = headers.build();
  }

  /// The validators go with every hop: they belong to the answer at the end, wherever that is.
  Headers with(@Nullable Validators validators, String cookies) {
    Headers.Builder headers = standard.newBuilder();
    if (validators != null) {
      add(headers, "If-None-Match", validators.etag());
      add(headers, "If-Modified-Since", validators.lastModified());
    }
    add(headers, "Cookie", cookies.isEmpty() ? null : cookies);
    return headers.build();
  }

  private static void add(Headers.Builder headers, String name, @Nullable String value) {
    if (value != null && value.chars().noneMatch(c -> c < ' ' || c == 0x7f)) {
      headers.addUnsafeNonAscii(name, value);
    }
  }

  private static String text() {
    try (InputStream in = RequestHeaders.class.getResourceAsStream("headers.txt")) {
      if (in == null) {
        throw new IllegalStateException("headers.txt is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
