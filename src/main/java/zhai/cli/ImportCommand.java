package zhai.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zhai.exchange.ImportFile;
import zhai.exchange.reader.ImportFormat;
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
  private final Session session;
  private final VisitPrinter visits;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files; - for standard input.")
  List<String> paths = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "What the files are, if their content doesn't tell: ${COMPLETION-CANDIDATES}.",
      completionCandidates = FormatLabels.class)
  @Nullable String format;

  @Option(
      names = "--failed",
      paramLabel = "FILE",
      description =
          "Where to write what could not be taken in, to be mended and imported again;"
              + " by default failed-imports.jsonl in the library's folder.")
  @Nullable Path failedFile;

  @Option(
      names = "--dry-run",
      description = "Say what would become of everything, and change nothing.")
  boolean dryRun;

  @Option(names = "--no-fetch", description = "Don't read pages now; `zhai fetch` does it later.")
  boolean noFetch;

  @Mixin PageOptions page = new PageOptions();
  @Mixin JsonOption output = new JsonOption();

  ImportCommand(Session session) {
    this.session = session;
    this.visits = new VisitPrinter(session);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (GivenFiles files = GivenFiles.of(paths, session::input)) {
      return dryRun ? rehearse(files) : read(files);
    }
  }

  private int rehearse(GivenFiles files) throws IOException {
    try (Scratch scratch = new Scratch();
        Library library = scratch.libraryLike(session)) {
      ImportReport report = report(Import.rehearsal(library, this::tellProgress), files);
      new ImportPrinter(session.printer(), output.json).print(report, null);
      return report.failed().isEmpty() ? ExitCode.OK : ExitCode.SOME_FAILED;
    }
  }

  private void tellProgress(int count) {
    session.printer().progress("%,d items read".formatted(count));
  }

  private ImportReport report(Import reading, GivenFiles files) throws IOException {
    for (ImportFile file : files.files()) {
      reading.read(formatOf(file).reader(), file);
    }
    return reading.report();
  }

  private int read(GivenFiles files) throws IOException, InterruptedException {
    try (Library library = session.create()) {
      ImportReport report = report(new Import(library, this::tellProgress), files);
      library.catchUp();
      new ImportPrinter(session.printer(), output.json).print(report, writeFailed(library, report));
      int failed = report.failed().size();
      if (!noFetch && !report.unread().isEmpty()) {
        failed += fetch(library, report.unread());
      }
      return failed == 0 ? ExitCode.OK : ExitCode.SOME_FAILED;
    }
  }

  private ImportFormat formatOf(ImportFile file) throws IOException {
    if (format != null) {
      return ImportFormat.ofLabel(format)
          .orElseThrow(() -> new UsageException("there is no import format " + format));
    }
    return ImportFormat.detect(file.beginning())
        .orElseThrow(() ->
            new IllegalArgumentException(
                file.name() + " is in no format that zhai knows; --format names one"));
  }

  /// Writes what failed.
  ///
  /// @return where; null if nothing failed
  private @Nullable Path writeFailed(Library library, ImportReport report) throws IOException {
    if (report.failed().isEmpty()) {
      return null;
    }
    Path file = failedFile == null ? library.folder().failedImports() : failedFile;
    report.writeFailed(file);
    return file;
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

  /// What `--format` may be.
  static final class FormatLabels implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(ImportFormat.values()).map(ImportFormat::label).iterator();
    }
  }
}
