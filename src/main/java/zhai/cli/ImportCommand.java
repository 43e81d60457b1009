package zhai.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zhai.exchange.ImportFormat;
import zhai.exchange.JsonText;
import zhai.fetch.Provenance;
import zhai.library.Import;
import zhai.library.ImportReport;
import zhai.library.Intake;
import zhai.library.Library;
import zhai.library.PageSource;

/// `zhai import`: takes in what other programs wrote, then reads the pages that are missing.
@Command(
    name = "import",
    description = {
      "Takes in bookmarks that another program (or zhai) wrote, then reads the missing pages.",
      "Running it again doubles nothing and goes on where it stopped.",
    },
    footer = {
      "",
      "Examples:",
      "  zhai import bookmarks.html",
      "  zhai import --format jsonl library.jsonl",
    })
final class ImportCommand implements Callable<Integer> {
  private static final int BEGINNING = 4096;

  private final Session session;
  private final VisitPrinter visits;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files; - for standard input.")
  List<String> paths = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "jsonl or netscape; told by the content otherwise.")
  @Nullable String format;

  @Option(names = "--no-fetch", description = "Don't read pages now; `zhai fetch` does it later.")
  boolean noFetch;

  @Mixin PageOptions page = new PageOptions();
  @Mixin JsonOption output = new JsonOption();

  ImportCommand(Session session) {
    this.session = session;
    this.visits = new VisitPrinter(session.printer());
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Printer printer = session.printer();
    try (Library library = session.create()) {
      Import reading =
          new Import(library, count -> printer.progress("%,d items read".formatted(count)));
      for (String path : paths) {
        readInto(reading, path);
      }
      library.catchUp();
      ImportReport report = reading.report();
      print(report);
      int failed = report.rejected().size();
      if (!noFetch && !report.unread().isEmpty()) {
        failed += fetch(library, report.unread());
      }
      return failed == 0 ? ExitCode.OK : ExitCode.SOME_FAILED;
    }
  }

  private void readInto(Import reading, String path) throws IOException {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(open(path), StandardCharsets.UTF_8))) {
      reading.read(formatOf(path, in).reader(), in);
    }
  }

  private InputStream open(String path) throws IOException {
    return path.equals("-") ? session.input() : Files.newInputStream(Path.of(path));
  }

  private ImportFormat formatOf(String path, BufferedReader in) throws IOException {
    if (format != null) {
      return ImportFormat.ofLabel(format)
          .orElseThrow(() -> new UsageException("there is no import format " + format));
    }
    char[] beginning = new char[BEGINNING];
    in.mark(BEGINNING);
    int length = in.read(beginning);
    in.reset();
    return ImportFormat.detect(new String(beginning, 0, Math.max(0, length)))
        .orElseThrow(() ->
            new IllegalArgumentException(
                path + " is in no format that zhai knows; --format names one"));
  }

  private void print(ImportReport report) {
    Printer printer = session.printer();
    report
        .rejected()
        .forEach(one -> printer.remark("line %d: %s".formatted(one.line(), one.reason())));
    if (output.json) {
      printer.json(
          JsonText.write(
              JsonText.object()
                  .put("read", report.read())
                  .put("added", report.added())
                  .put("merged", report.merged())
                  .put("failed", report.rejected().size())));
    } else {
      printer.line(
          "%d read: %d added · %d merged · %d failed"
              .formatted(report.read(), report.added(), report.merged(), report.rejected().size()));
    }
  }

  private int fetch(Library library, List<Long> unread) throws InterruptedException {
    visits.useJson(output.json);
    int failed;
    try (PageSource source = page.source(session, Provenance.COLLECTED)) {
      failed = visits.visit(new Intake(library, source), unread);
    }
    library.catchUp();
    return failed;
  }
}
