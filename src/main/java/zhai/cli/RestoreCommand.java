package zhai.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import zhai.library.Checkup;

/// `zhai restore`: a backup in the place of the library.
@Command(
    name = "restore",
    description = "Puts a backup in the place of the library, which is kept beside it.",
    footer = {"", "Example:", "  zhai restore ~/zhai-2026-01-04.db"})
final class RestoreCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "FILE", description = "What `zhai backup` wrote.")
  Path file = Path.of("");

  RestoreCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Checkup.restore(file, session.folder());
    return session.withLibrary(library -> {
      library.catchUp();
      session
          .printer()
          .line(
              "%d bookmarks restored to %s"
                  .formatted(new Checkup(library).totals().bookmarks(), library.folder().path()));
      return ExitCode.OK;
    });
  }
}
