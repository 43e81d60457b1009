package zhai.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import zhai.fetch.Provenance;
import zhai.library.Finder;
import zhai.library.ImageSource;
import zhai.library.Intake;
import zhai.library.Library;
import zhai.library.PageSource;

/// `zhai fetch`: reads pages again, or those not read yet.
@Command(
    name = "fetch",
    description = {
      "Reads the pages of the bookmarks that a query selects; without one, those not read yet.",
      "A page that comes back worse never replaces a good text.",
    },
    footer = {"", "Examples:", "  zhai fetch", "  zhai fetch 'is:failed site:zhihu.com' --browser"})
final class FetchCommand implements Callable<Integer> {
  private final Session session;
  private final VisitPrinter visits;

  @Mixin QueryArgument query = new QueryArgument();

  @Mixin PageOptions page = new PageOptions();
  @Mixin JsonOption output = new JsonOption();

  FetchCommand(Session session) {
    this.session = session;
    this.visits = new VisitPrinter(session);
  }

  @Override
  public Integer call() throws InterruptedException {
    visits.useJson(output.json);
    try (Library library = session.open()) {
      Finder finder = new Finder(library);
      List<Long> ids =
          query.text().isEmpty()
              ? finder.unread()
              : finder.onTheWeb(finder.selectIds(query.text()));
      if (ids.isEmpty()) {
        session.printer().remark("Nothing to fetch.");
        return ExitCode.OK;
      }
      try (PageSource source = page.source(session, Provenance.COLLECTED);
          ImageSource images = page.images(session, source)) {
        int failed = visits.visit(new Intake(library, source, images), ids);
        library.catchUp();
        return failed == 0 ? ExitCode.OK : ExitCode.SOME_FAILED;
      }
    }
  }
}
