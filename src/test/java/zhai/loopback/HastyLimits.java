package zhai.loopback;

import java.time.Duration;
import zhai.fetch.Limits;

/// The limits of a fetch towards our own servers: politeness is wasted on them.
public final class HastyLimits {
  private HastyLimits() {}

  /// Limits with another time for a call, and without pauses.
  ///
  /// @param connections to a host at once
  public static Limits of(Limits usual, Duration callTime, int connections) {
    return new Limits(
        usual.connectTime(),
        callTime,
        usual.maxWireBytes(),
        usual.maxDecodedBytes(),
        usual.maxRatio(),
        usual.ratioFreeBytes(),
        usual.maxRedirects(),
        usual.maxAddressLength(),
        usual.maxHeaderBytes(),
        new Limits.Politeness(connections, Duration.ZERO));
  }
}
