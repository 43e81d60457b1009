package zhai.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import zhai.model.Bytes;
import zhai.model.Snapshot;

/// Snapshots for the tests of this room.
final class Pages {
  private Pages() {}

  /// A page of `pages/`, as a server without a Content-Type would send it.
  static Snapshot fixture(String name, int status) {
    try (InputStream in = Pages.class.getResourceAsStream("pages/" + name)) {
      byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
      return snapshot("https://river.example/read/" + name, status, List.of(), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Snapshot of(String page, String contentType) {
    return of(page.getBytes(StandardCharsets.UTF_8), contentType);
  }

  static Snapshot of(byte[] bytes, String contentType) {
    var header = new Snapshot.Header("content-type", contentType);
    return snapshot("https://river.example/page", 200, List.of(header), bytes);
  }

  static Snapshot at(String address, String page) {
    return snapshot(address, 200, List.of(), page.getBytes(StandardCharsets.UTF_8));
  }

  private static Snapshot snapshot(
      String address, int status, List<Snapshot.Header> headers, byte[] bytes) {
    return new Snapshot(
        address, Snapshot.Origin.FETCHED, status, headers, Bytes.of(bytes), Instant.EPOCH);
  }
}
