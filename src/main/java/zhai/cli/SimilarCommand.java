package zhai.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zhai.library.Finder;

/// `zhai similar`: more like this.
@Command(
    name = "similar",
    description = {
      "Finds bookmarks like one, by its most telling words and its tags.",
      "What you wrote or picked says most, then the title, then the page.",
    },
    footer = {"", "Example:", "  zhai similar 12"})
final class SimilarCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "ID", description = "Its number, or any of its addresses.")
  String id = "";

  @Option(names = "--limit", paramLabel = "N", description = "At most so many (default: 10).")
  int limit = 10;

  @Mixin JsonOption output = new JsonOption();

  SimilarCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new UsageException("--limit takes a number from 1, not " + limit);
    }
    return session.withLibrary(library -> {
      List<Finder.Like> found = new Finder(library).similar(library.entry(id), limit);
      found.forEach(new EntryPrinter(session.printer(), output.json)::like);
      if (found.isEmpty()) {
        session.printer().remark("Nothing is like it.");
      }
      return ExitCode.OK;
    });
  }
}
