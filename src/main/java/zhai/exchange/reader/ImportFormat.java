package zhai.exchange.reader;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import zhai.exchange.Beginning;
import zhai.exchange.ImportReader;
import zhai.exchange.JsonLines;

/// What bookmarks can be read from, the most special first: what begins a file of a later one may
/// begin one of an earlier.
public enum ImportFormat {
  /// The bookmark file that browsers and most collectors export.
  NETSCAPE,
  /// One JSON object a line: our lossless lines, or `{"url", "title", "text", …}`.
  JSONL,
  ;

  /// The word used on the command line.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public ImportReader reader() {
    return switch (this) {
      case JSONL -> new JsonLines();
      case NETSCAPE -> new NetscapeReader();
    };
  }

  /// The format with that {@link #label()}, whatever its case.
  public static Optional<ImportFormat> ofLabel(String label) {
    return Arrays.stream(values()).filter(it -> it.label().equalsIgnoreCase(label)).findFirst();
  }

  /// Tells the format by what a file begins with; empty if none claims it.
  public static Optional<ImportFormat> detect(Beginning beginning) {
    return Arrays.stream(values()).filter(it -> it.reader().recognises(beginning)).findFirst();
  }
}
