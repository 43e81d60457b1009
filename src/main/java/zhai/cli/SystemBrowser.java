package zhai.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/// The browser that the user has: `$BROWSER`, or the system's.
record SystemBrowser(Session session) {

  static SystemBrowser of(Session session) {
    return new SystemBrowser(session);
  }

  /// Opens an address in it.
  ///
  /// @param address http(s), or that of a document
  void open(String address) {
    start(command(address));
  }

  /// The address is an argument of its own, never part of a shell's line; it is http(s) or that of
  /// a document, so nothing is started by opening it.
  private List<String> command(String address) {
    String browser = session.environment().getOrDefault("BROWSER", "");
    String system = session.properties().getOrDefault("os.name", "").toLowerCase(Locale.ROOT);
    if (!browser.isBlank()) {
      return List.of(browser, address);
    }
    if (system.contains("mac")) {
      return List.of("open", address);
    }
    return system.contains("windows")
        ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
        : List.of("xdg-open", address);
  }

  private static void start(List<String> command) {
    try {
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "'%s' can't be started; set BROWSER to your browser".formatted(command.getFirst()), e);
    }
  }
}
