package zhai.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// The head of each request: `headers.txt`, for a picture with the changes of `image-headers.txt`
/// and the Referer of `image-referers.txt`; the user's own User-Agent, and the validators.
final class RequestHeaders {
  private final Headers forPages;
  private final Headers forImages;
  private final Map<String, String> referers;

  RequestHeaders(@Nullable String userAgent) {
    Headers.Builder headers = new Headers.Builder();
    lines("headers.txt").forEach(line -> set(headers, line));
    if (userAgent != null) {
      headers.set("User-Agent", userAgent);
    }
    this.forPages = headers.build();
    lines("image-headers.txt").forEach(line -> set(headers, line));
    this.forImages = headers.build();
    this.referers =
        lines("image-referers.txt").stream()
            .map(line -> line.split("\\s+"))
            .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
  }

  /// The validators go with every hop: they belong to the answer at the end, wherever that is.
  ///
  /// @param hop where this request goes
  /// @param cookies the value of the header, or empty
  Headers of(FetchRequest request, HttpUrl hop, String cookies) {
    Headers.Builder headers =
        switch (request.purpose()) {
          case PAGE -> forPages.newBuilder();
          case IMAGE -> forImages.newBuilder();
        };
    if (request.purpose() == FetchRequest.Purpose.IMAGE) {
      add(headers, "Referer", referer(hop.host()));
    }
    Validators validators = request.validators();
    if (validators != null) {
      add(headers, "If-None-Match", validators.etag());
      add(headers, "If-Modified-Since", validators.lastModified());
    }
    add(headers, "Cookie", cookies.isEmpty() ? null : cookies);
    return headers.build();
  }

  /// By the host or one that it is below.
  private @Nullable String referer(String host) {
    String name = host;
    while (!referers.containsKey(name) && name.contains(".")) {
      name = name.substring(name.indexOf('.') + 1);
    }
    return referers.get(name);
  }

  private static void set(Headers.Builder headers, String line) {
    int colon = line.indexOf(':');
    String name = line.substring(0, colon);
    String value = line.substring(colon + 1).strip();
    headers.removeAll(name);
    add(headers, name, value.isEmpty() ? null : value);
  }

  private static void add(Headers.Builder headers, String name, @Nullable String value) {
    if (value != null && value.chars().noneMatch(c -> c < ' ' || c == 0x7f)) {
      headers.addUnsafeNonAscii(name, value);
    }
  }

  private static List<String> lines(String resource) {
    try (InputStream in = RequestHeaders.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
