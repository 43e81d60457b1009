package zhai.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import zhai.library.Checkup;

/// `zhai reindex`: builds the index anew.
@Command(
    name = "reindex",
    description = "Builds the search index anew from the library; searches go on meanwhile.",
    footer = {"", "Example:", "  zhai reindex"})
final class ReindexCommand implements Callable<Integer> {
  private final Session session;

  ReindexCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return session.withLibrary(library -> {
      int count = new Checkup(library).reindex();
      session.printer().line("%d bookmarks indexed".formatted(count));
      return ExitCode.OK;
    });
  }
}
