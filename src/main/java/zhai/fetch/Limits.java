package zhai.fetch;

import java.time.Duration;

/// How much time, how many bytes and how many steps a fetch may take. Each has its own {@link
/// Limit}. At most one content coding is undone, whatever these say.
///
/// @param connectTime to open one connection, TLS not included
/// @param callTime for the whole fetch with its redirects, from the first turn on
/// @param maxWireBytes of a body as transferred
/// @param maxDecodedBytes of a body after decompression
/// @param maxRatio of decoded to transferred bytes; held only past `ratioFreeBytes`
/// @param ratioFreeBytes decoded bytes up to which any ratio is fine
/// @param maxRedirects 0 follows none
/// @param maxAddressLength in characters, of the asked address and of each redirect's
/// @param maxHeaderBytes of a response's head, names, values and line ends; a head over 256 KiB is
///   given up by OkHttp itself, as {@link FetchOutcome.Reason#LOST}
/// @param politeness towards one host
public record Limits(
    Duration connectTime,
    Duration callTime,
    long maxWireBytes,
    long maxDecodedBytes,
    int maxRatio,
    long ratioFreeBytes,
    int maxRedirects,
    int maxAddressLength,
    int maxHeaderBytes,
    Politeness politeness) {
  private static final int KIB = 1024;
  private static final int MIB = 1024 * KIB;

  private static final long MAX_IMAGE_BYTES = 5_000_000;
  private static final Duration IMAGE_TIME = Duration.ofSeconds(15);
  private static final int IMAGE_REDIRECTS = 5;

  /// How one host is spared.
  ///
  /// @param connections requests in flight at once, at least 1
  /// @param pause between the starts of two requests; zero for none
  public record Politeness(int connections, Duration pause) {
    public Politeness {
      if (connections < 1 || pause.isNegative()) {
        throw new IllegalArgumentException("politeness needs a connection and a pause from 0 up");
      }
    }
  }

  /// Of all that comes in for one request: a body and its wrappings (chunks, frames, TLS), heads
  /// and what is sent ahead of them.
  long maxAnswerBytes() {
    return maxWireBytes + maxWireBytes / 4 + MIB;
  }

  /// The same for a picture in a page: at most 5 MB in 15 seconds after 5 redirects, or what these
  /// limits say if that is less.
  Limits forImages() {
    return new Limits(
        connectTime,
        least(callTime, IMAGE_TIME),
        Math.min(maxWireBytes, MAX_IMAGE_BYTES),
        Math.min(maxDecodedBytes, MAX_IMAGE_BYTES),
        maxRatio,
        ratioFreeBytes,
        Math.min(maxRedirects, IMAGE_REDIRECTS),
        maxAddressLength,
        maxHeaderBytes,
        politeness);
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  public static Limits defaults() {
    return new Limits(
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        25 * MIB,
        50 * MIB,
        200,
        MIB,
        10,
        8 * KIB,
        64 * KIB,
        new Politeness(2, Duration.ofMillis(200)));
  }
}
