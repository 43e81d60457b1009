package zhai.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `zhai open`: the page itself, in the user's browser.
@Command(
    name = "open",
    description = "Opens a bookmark's page in your browser ($BROWSER, or the system's).",
    footer = {"", "Example:", "  zhai open 12"})
final class OpenCommand implements Callable<Integer> {
  private static final Pattern MAY_OPEN =
      Pattern.compile("(?i)https?://.*|file:///.*\\.(?:pdf|epub|html?|mhtml?|txt|md|markdown)");

  private final Session session;

  @Parameters(paramLabel = "ID", description = "Its number, or any of its addresses.")
  String id = "";

  OpenCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return session.withLibrary(library -> {
      String address = library.entry(id).bookmark().url().fetchAddress();
      if (!MAY_OPEN.matcher(address).matches()) {
        throw new IllegalArgumentException("only pages and documents are opened: " + address);
      }
      start(command(address));
      session.printer().line(address);
      return ExitCode.OK;
    });
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
