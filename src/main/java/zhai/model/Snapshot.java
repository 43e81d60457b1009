package zhai.model;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The bytes of a page as they came, with what the server or the file said about them: what an
/// article can be read from again, by a better reader.
///
/// @param address the address these bytes answer to, after redirects; absolute http(s)
/// @param origin how they came
/// @param status the HTTP status; 0 when there was none (a file, a browser)
/// @param headers as received, in order; empty when there were none
/// @param body decoded from any content coding; never null, may be empty
/// @param takenAt when they came
public record Snapshot(
    String address, Origin origin, int status, List<Header> headers, Bytes body, Instant takenAt) {

  public Snapshot {
    headers = List.copyOf(headers);
  }

  /// How a page came to us.
  public enum Origin {
    /// Over the network by our own client.
    FETCHED,
    /// Over the network by an installed browser; the bytes are its DOM after load.
    BROWSER,
    /// Given by the user: a saved page, a pipe.
    HANDED_OVER;

    /// The word used in files.
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Reads a {@link #label()} back.
    ///
    /// @throws IllegalArgumentException if there is no such origin
    public static Origin ofLabel(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /// One line of a response's head.
  public record Header(String name, String value) {}

  /// The first header of that name, whatever its case.
  public Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }
}
