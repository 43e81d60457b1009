package zhai.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import zhai.library.Checkup;

/// `zhai backup`: the whole truth in one file.
@Command(
    name = "backup",
    description = "Writes a complete, checked copy of the library to one file; safe at any time.",
    footer = {"", "Example:", "  zhai backup ~/zhai-2026-01-04.db"})
final class BackupCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "FILE", description = "Must not be there yet.")
  Path file = Path.of("");

  BackupCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return session.withLibrary(library -> {
      new Checkup(library).backup(file);
      session.printer().line("The library was copied to %s and the copy checked.".formatted(file));
      return ExitCode.OK;
    });
  }
}
