package zhai.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import zhai.fetch.Provenance;
import zhai.library.Finder;
import zhai.library.ImageSource;
import zhai.library.Intake;
import zhai.library.Library;
import zhai.library.PageSource;
import zhai.library.Rereading;
import zhai.store.KeptPage;

/// `zhai fetch`: reads pages again, or those not read yet.
@Command(
    name = "fetch",
    description = {
      "Reads the pages of the bookmarks that a query selects; without one, those not read yet.",
      "A page that comes back worse never replaces a good text.",
      "With --from-snapshots nobody is asked: what was kept of the pages is read anew, of all of",
      "them without a query.",
    },
    footer = {
      "",
      "Examples:",
      "  zhai fetch",
      "  zhai fetch 'is:failed site:zhihu.com' --browser",
      "  zhai fetch --from-snapshots",
    })
final class FetchCommand implements Callable<Integer> {
  private final Session session;
  private final VisitPrinter visits;

  @Mixin QueryArgument query = new QueryArgument();

  @Option(
      names = "--from-snapshots",
      description = "Read pages anew from the bytes that were kept, as after new rules for a site.")
  boolean fromSnapshots;

  @Mixin PageOptions page = new PageOptions();
  @Mixin JsonOption output = new JsonOption();

  FetchCommand(Session session) {
    this.session = session;
    this.visits = new VisitPrinter(session);
  }

  @Override
  public Integer call() throws InterruptedException {
    visits.useJson(output.json);
    if (fromSnapshots) {
      page.askNobody("--from-snapshots reads what was kept and asks nobody");
      return session.withLibrary(this::reread);
    }
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

  private int reread(Library library) {
    Finder finder = new Finder(library);
    boolean all = query.text().isEmpty();
    List<Long> asked = all ? finder.all() : finder.selectIds(query.text());
    List<KeptPage> pages = Rereading.kept(library, asked);
    RereadTally tally = new RereadTally(all ? 0 : asked.size() - pages.size());
    Progress progress = new Progress(session);
    new Rereading(
            library,
            page.keepsImages(session),
            (done, of) -> progress.at("%s read anew", done, of),
            visit -> {
              visits.reread(visit);
              tally.count(visit);
            })
        .run(pages);
    if (!output.json) {
      session.printer().line(tally.line());
    }
    return tally.failed() == 0 ? ExitCode.OK : ExitCode.SOME_FAILED;
  }
}
