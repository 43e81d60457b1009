package zhai.cli;

import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import zhai.fetch.Provenance;
import zhai.library.Library;
import zhai.library.PageSource;
import zhai.serve.ReaderServer;
import zhai.serve.Web;

/// `zhai serve`: the reader in a browser, until it is ended.
@Command(
    name = "serve",
    description = "Shows your library in a browser on this machine, until you end it (Ctrl-C).",
    footer = {
      "",
      "Prints a link to open. The link works as long as this runs, and only on this machine.",
      "",
      "Examples:",
      "  zhai serve --open",
      "  zhai serve --port 9000",
    })
final class ServeCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Where to listen on 127.0.0.1 (default: 8017); 0 for any that is free.")
  int port = 8017;

  @Option(names = "--open", description = "Open the link in your browser.")
  boolean open;

  @Mixin PageOptions pages = new PageOptions();

  ServeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (port < 0 || port > 65_535) {
      throw new UsageException("--port takes a number from 0 to 65535, not " + port);
    }
    try (Library library = session.create();
        ReaderServer server = listen(library)) {
      session.printer().line(server.entrance());
      if (open) {
        SystemBrowser.of(session).open(server.entrance());
      }
      waitForTheEnd();
    }
    return ExitCode.OK;
  }

  private ReaderServer listen(Library library) throws IOException {
    try {
      return ReaderServer.open(library, this::web, port);
    } catch (BindException _) {
      throw new IOException(
          "port %d is taken, perhaps by another `zhai serve`; --port names another"
              .formatted(port));
    }
  }

  /// What is added in a browser may come from any page that is open there: public addresses only,
  /// unless the options say otherwise.
  private Web web() {
    PageSource source = pages.source(session, Provenance.COLLECTED);
    return new Web(source, pages.images(session, source));
  }

  /// A signal ends the process, an interruption only this command.
  private static void waitForTheEnd() {
    try {
      while (true) {
        Thread.sleep(Duration.ofDays(1));
      }
    } catch (InterruptedException _) {
      // That is the end.
    }
  }
}
