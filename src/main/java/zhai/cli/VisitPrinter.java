package zhai.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import zhai.exchange.EntryJson;
import zhai.library.Comparison;
import zhai.library.ImagesKept;
import zhai.library.Intake;
import zhai.library.Receipt;
import zhai.library.Visit;
import zhai.model.Attempt;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.Verdict;

/// Tells what became of links: stored, read, refused; and how to go on where a page could not be
/// read.
final class VisitPrinter {
  private final Printer printer;
  private final Progress progress;
  private boolean json;

  VisitPrinter(Session session) {
    this.printer = session.printer();
    this.progress = new Progress(session);
  }

  void useJson(boolean wanted) {
    json = wanted;
  }

  /// The link is on disk.
  void stored(Receipt receipt) {
    if (!json) {
      String word = receipt.isNew() ? "stored" : "joined";
      printer.line(outcome(word, receipt.id()).plain(receipt.url().canonical()));
    }
  }

  /// Its page is not asked for: it was read before, or that was not wanted.
  void notVisited(Entry entry) {
    if (json) {
      printer.json(EntryJson.write(entry));
    } else if (entry.article() != null) {
      printer.line(outcome("known", entry.bookmark().id()).plain(summary(entry)));
    }
  }

  /// Visits bookmarks side by side and tells of each as it ends.
  ///
  /// @return how many gave no article
  int visit(Intake intake, List<Long> ids) throws InterruptedException {
    AtomicInteger done = new AtomicInteger();
    AtomicInteger failed = new AtomicInteger();
    progress(0, ids.size());
    intake.visitAll(
        ids,
        visit -> {
          print(visit);
          failed.addAndGet(visit.attempt().verdict().isFailure() ? 1 : 0);
          progress(done.incrementAndGet(), ids.size());
        },
        this::print);
    printer.clearProgress();
    return failed.get();
  }

  private void progress(int done, int all) {
    if (all > 1) {
      progress.at("%s pages", done, all);
    }
  }

  /// Tells of a page that was read anew from what was kept; nothing if it says what it said. One
  /// that turned out to be no article changes nothing: no way on to another copy is needed.
  void reread(Visit visit) {
    Attempt attempt = visit.attempt();
    if (attempt.verdict().isFailure()) {
      notReread(visit.entry(), attempt);
    } else if (hasNews(visit)) {
      print(visit);
    } else if (json) {
      printer.json(EntryJson.write(visit.entry()));
    }
    print(visit.carried());
  }

  private static boolean hasNews(Visit visit) {
    Visit.Outcome outcome = visit.outcome();
    return !visit.moved().isEmpty()
        || (outcome != null && !(outcome.comparison() instanceof Comparison.Same));
  }

  private void notReread(Entry entry, Attempt attempt) {
    Line line = outcome(attempt.verdict().label(), entry.bookmark().id()).plain(address(entry));
    addDetail(line, attempt);
    if (json) {
      printer.json(EntryJson.write(entry));
      printer.remark(line);
    } else {
      printer.line(line);
    }
    printer.remark(
        Line.of("          ").faint("what is kept of the page is no article; the text stays"));
  }

  private void print(Visit visit) {
    Entry entry = visit.entry();
    if (json) {
      printer.json(EntryJson.write(entry));
      return;
    }
    Attempt attempt = visit.attempt();
    Line line = outcome(attempt.verdict().label(), visit.askedId());
    line.plain(attempt.verdict().carriesArticle() ? summary(entry) : address(entry));
    addDetail(line, attempt);
    printer.line(line);
    if (visit.joinedAnother()) {
      printer.line("          is bookmark %d, which it joined".formatted(entry.bookmark().id()));
    }
    Visit.Outcome outcome = visit.outcome();
    if (outcome != null) {
      compared(entry, outcome);
    }
    visit.moved().forEach(moved -> printer.line(moved(moved)));
    if (attempt.verdict().isFailure()) {
      advice(entry, attempt.verdict());
    }
  }

  private static void addDetail(Line line, Attempt attempt) {
    if (attempt.detail() != null) {
      line.faint("  (" + attempt.detail() + ")");
    }
  }

  /// `images 3 12 kept (1.4 MB), 2 stay links`; nothing where nothing is new.
  private void print(ImagesKept images) {
    if (json || (images.fresh() == 0 && images.missing() == 0)) {
      return;
    }
    Line line = outcome("images", images.id());
    line.plain("%d kept (%s)".formatted(images.fresh(), ByteSize.of(images.bytes())));
    if (images.missing() > 0) {
      line.faint(
          ", %d %s"
              .formatted(images.missing(), images.missing() == 1 ? "stays a link" : "stay links"));
    }
    printer.line(line);
  }

  /// What came in place of what was there, and how to have it otherwise.
  private void compared(Entry entry, Visit.Outcome outcome) {
    Comparison comparison = outcome.comparison();
    Line line = Line.of("          ");
    switch (comparison) {
      case Comparison.First _ -> {}
      case Comparison.Same _,
          Comparison.Restated _,
          Comparison.Completed _,
          Comparison.Changed _,
          Comparison.Grown _ ->
          printer.line(line.faint(comparison.sentence()));
      case Comparison.Shrunk _, Comparison.Preview _, Comparison.OtherPage _ ->
          printer.line(
              line.warning(
                  "%s; the earlier text stays current (zhai edit %d --current %d takes the new one)"
                      .formatted(comparison.sentence(), entry.bookmark().id(), outcome.version())));
    }
  }

  private static Line moved(Visit.MovedExcerpt moved) {
    return Line.of("          excerpt ")
        .warning(moved.before().anchor().label() + " → " + moved.after().anchor().label())
        .plain(": " + Excerpted.first(moved.after().quote(), 60));
  }

  private static Line outcome(String word, long id) {
    return new Line().strong("%-9s ".formatted(word)).plain("%d  ".formatted(id));
  }

  private static String address(Entry entry) {
    return entry.bookmark().url().canonical();
  }

  private static String summary(Entry entry) {
    String anchors = anchors(entry.excerpts());
    return entry.title() + (anchors.isEmpty() ? "" : "  [" + anchors + "]");
  }

  /// `2 excerpts: 1 exact, 1 near`.
  private static String anchors(List<Mark.Excerpt> excerpts) {
    if (excerpts.isEmpty()) {
      return "";
    }
    Map<String, Long> byState =
        excerpts.stream()
            .collect(
                Collectors.groupingBy(
                    excerpt -> excerpt.anchor().label(), TreeMap::new, Collectors.counting()));
    String states =
        byState.entrySet().stream()
            .map(state -> state.getValue() + " " + state.getKey())
            .collect(Collectors.joining(", "));
    String noun = excerpts.size() == 1 ? "1 excerpt: " : excerpts.size() + " excerpts: ";
    return noun + states;
  }

  /// How to go on, on standard error: the bookmark is safe either way.
  private void advice(Entry entry, Verdict verdict) {
    String url = address(entry);
    String handOver = "zhai add '%s' --html saved.html".formatted(url);
    String advice =
        switch (verdict) {
          case CHALLENGE, REFUSED, LOGIN, EMPTY ->
              "the link and your words are kept. Open the page in your browser, save it, then: "
                  + handOver
                  + " (or try --browser, or --cookies cookies.txt)";
          case GONE -> "the link and your words are kept. If you have the page saved: " + handOver;
          case NOT_ARTICLE ->
              "the link and your words are kept. Add the pages that it lists, or what you want of"
                  + " it: zhai note %d -x '…'".formatted(entry.bookmark().id());
          case WRONG_PAGE, UNSUPPORTED ->
              "the link and your words are kept. If the page has what you want to keep: "
                  + handOver;
          case UNREACHABLE -> "the link and your words are kept. Try again later: zhai fetch";
          case SKIPPED ->
              "the link and your words are kept. To ask it all the same: zhai fetch"
                  + " --allow-private";
          case READ, PREVIEW, BOOK, PENDING -> "";
        };
    printer.remark(Line.of("          ").faint(advice));
  }
}
