package zhai.cli;

import java.util.Locale;

/// Bytes as a person reads them: `940 bytes`, `12 kB`, `1.4 MB`; a thousand to a step.
final class ByteSize {
  private static final double STEP = 1000;

  private ByteSize() {}

  static String of(long bytes) {
    if (bytes < STEP) {
      return bytes == 1 ? "1 byte" : bytes + " bytes";
    }
    double kilobytes = bytes / STEP;
    return kilobytes < STEP
        ? String.format(Locale.ROOT, "%.0f kB", kilobytes)
        : String.format(Locale.ROOT, "%.1f MB", kilobytes / STEP);
  }
}
