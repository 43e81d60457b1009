package zhai.cli;

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
      SystemBrowser.of(session).open(address);
      session.printer().line(address);
      return ExitCode.OK;
    });
  }
}
