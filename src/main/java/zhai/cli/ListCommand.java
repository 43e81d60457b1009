package zhai.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import zhai.index.SortOrder;
import zhai.library.Finder;
import zhai.model.Entry;

/// `zhai list`: what a query selects, latest first.
@Command(
    name = "list",
    description = "Lists the bookmarks that a query selects, latest first; all without one.",
    footer = {"", "Example:", "  zhai list 'tag:rag is:unread added:30d'"})
final class ListCommand implements Callable<Integer> {
  private final Session session;

  @Mixin QueryArgument query = new QueryArgument();

  @Option(names = "--limit", paramLabel = "N", description = "At most so many.")
  int limit = Integer.MAX_VALUE;

  @Mixin SortOption sort = new SortOption();

  @Mixin JsonOption output = new JsonOption();

  ListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return session.withLibrary(library -> {
      EntryPrinter printer = new EntryPrinter(session.printer(), output.json);
      List<Long> ids = new Finder(library).selectIds(query.text(), sort.or(SortOrder.NEWEST));
      for (List<Entry> page : Pages.of(library, ids.subList(0, Math.min(limit, ids.size())))) {
        page.forEach(printer::row);
      }
      return ExitCode.OK;
    });
  }
}
