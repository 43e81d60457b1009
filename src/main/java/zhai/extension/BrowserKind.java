package zhai.extension;

import java.util.Locale;

/// The browsers that the extension is made for.
public enum BrowserKind {
  CHROME,
  CHROMIUM,
  EDGE,
  FIREFOX;

  /// The word used on the command line.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// How to load the extension's folder into it.
  ///
  /// @param folder the extension's
  public String loading(String folder) {
    return switch (this) {
      case CHROME, CHROMIUM, EDGE ->
          "open %s://extensions, switch on Developer mode, press Load unpacked, choose %s"
              .formatted(this == EDGE ? "edge" : "chrome", folder);
      case FIREFOX ->
          "open about:debugging#/runtime/this-firefox, press Load Temporary Add-on, choose"
              + " %s/manifest.json".formatted(folder);
    };
  }
}
