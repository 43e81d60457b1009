package zhai.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What bookmarks can be read from.
public enum ImportFormat {
  /// One JSON object a line: our lossless lines, or `{"url", "title", "text", …}`.
  JSONL,
  /// The bookmark file that browsers and most collectors export.
  NETSCAPE;

  /// The word used on the command line.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
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

  /// Tells the format by what a file begins with, whatever its name.
  ///
  /// @param beginning the first few hundred characters, or all of a shorter file
  public static Optional<ImportFormat> detect(String beginning) {
    return Arrays.stream(values()).filter(it -> it.reader().recognises(beginning)).findFirst();
  }
}
