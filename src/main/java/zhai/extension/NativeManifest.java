package zhai.extension;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import zhai.exchange.JsonText;

/// What a browser reads to know which program to start, and for whom. It can't carry arguments.
final class NativeManifest {
  /// What the extension asks for.
  static final String NAME = "zhai";

  static final String FILE = NAME + ".json";

  private NativeManifest() {}

  /// @param program its absolute path
  static String write(BrowserKind browser, Path program) {
    ObjectNode manifest =
        JsonText.object()
            .put("name", NAME)
            .put("description", "zhai keeps pages with what you picked from them")
            .put("path", program.toString())
            .put("type", "stdio");
    switch (browser) {
      case CHROME, CHROMIUM, EDGE ->
          manifest.putArray("allowed_origins").add(Caller.CHROMIUM_ORIGIN);
      case FIREFOX -> manifest.putArray("allowed_extensions").add(Caller.FIREFOX_ID);
    }
    return JsonText.write(manifest) + "\n";
  }
}
