package zhai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zhai.exchange.ImportFile;
import zhai.exchange.reader.ImportFormat;
import zhai.fetch.Provenance;
import zhai.library.Following;
import zhai.library.ImageSource;
import zhai.library.Import;
import zhai.library.ImportReport;
import zhai.library.Intake;
import zhai.library.Library;
import zhai.library.NoteFolder;
import zhai.library.NoteWalk;
import zhai.library.NoteWatch;
import zhai.library.PageSource;

/// `zhai import`: takes in notes and what other programs wrote, then reads the missing pages.
@Command(
    name = "import",
    description = {
      "Takes in your own notes, and bookmarks that another program (or zhai) wrote; then reads the",
      "missing pages.",
      "Running it again doubles nothing and goes on where it stopped.",
    },
    footer = {
      "",
      "Examples:",
      "  zhai import bookmarks.html",
      "  zhai import ~/notes --watch",
      "  zhai import --format jsonl library.jsonl",
    })
final class ImportCommand implements Callable<Integer> {
  private final Session session;
  private final VisitPrinter visits;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files, or folders of notes; - for standard input.")
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

  @Option(
      names = "--watch",
      description = "Go on: read notes again whenever they change, until you stop it.")
  boolean watch;

  @Mixin PageOptions page = new PageOptions();
  @Mixin JsonOption output = new JsonOption();

  ImportCommand(Session session) {
    this.session = session;
    this.visits = new VisitPrinter(session);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Path> notes = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (String path : paths) {
      if (isNotes(path)) {
        notes.add(Path.of(path));
        others.addAll(savedIn(Path.of(path)));
      } else {
        others.add(path);
      }
    }
    if (watch && (notes.isEmpty() || dryRun)) {
      throw new UsageException(
          "--watch goes on with notes: name Markdown files or folders of them");
    }
    try (GivenFiles files = GivenFiles.of(others, session::input)) {
      return dryRun ? rehearse(files, notes) : read(files, notes);
    }
  }

  private static List<String> savedIn(Path path) throws IOException {
    return Files.isDirectory(path) ? new SavedFolder(path).files() : List.of();
  }

  /// Folders are folders of notes; Markdown is a note unless another program keeps bookmarks in it.
  private boolean isNotes(String path) throws IOException {
    if (format != null || path.equals("-")) {
      return false;
    }
    Path file = Path.of(path);
    return Files.isDirectory(file) || (NoteFolder.isNote(file) && !isOfAnotherProgram(file));
  }

  private static boolean isOfAnotherProgram(Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    ImportFile given = new ImportFile(file.toString(), () -> Files.newInputStream(file));
    return ImportFormat.detect(given.beginning())
        .filter(it -> it == ImportFormat.NB || it == ImportFormat.BUKU_MARKDOWN)
        .isPresent();
  }

  private int rehearse(GivenFiles files, List<Path> notes) throws IOException {
    try (Scratch scratch = new Scratch();
        Library library = scratch.libraryLike(session)) {
      ImportReport report =
          report(Import.rehearsal(library, told(files)), files)
              .plus(new NoteWalk(library, told()).rehearse(notes));
      new ImportPrinter(session.printer(), output.json).print(report, null);
      return report.failed().isEmpty() ? ExitCode.OK : ExitCode.SOME_FAILED;
    }
  }

  /// How far notes are, whose files nobody has looked at yet.
  private IntConsumer told() {
    Progress progress = new Progress(session);
    return count -> progress.read(count, 0, 0);
  }

  private IntConsumer told(GivenFiles files) {
    Progress progress = new Progress(session);
    return count -> progress.read(count, files.bytes().done(), files.bytes().all());
  }

  private ImportReport report(Import reading, GivenFiles files) throws IOException {
    for (ImportFile file : files.files()) {
      reading.read(formatOf(file).reader(), file);
    }
    return reading.report();
  }

  private int read(GivenFiles files, List<Path> notes) throws IOException, InterruptedException {
    try (Library library = session.create()) {
      ImportReport report = store(library, files);
      int failed = finish(library, report.plus(walk(library, notes)));
      if (watch) {
        follow(library, notes);
      }
      return failed == 0 ? ExitCode.OK : ExitCode.SOME_FAILED;
    }
  }

  /// Lets the index follow while a long import goes on.
  private ImportReport store(Library library, GivenFiles files) throws IOException {
    IntConsumer told = told(files);
    try (Following index = new Following(library)) {
      return report(
          new Import(
              library,
              count -> {
                told.accept(count);
                index.stored(count);
              },
              page.keepsImages(session)),
          files);
    }
  }

  private ImportReport walk(Library library, List<Path> notes) throws IOException {
    return new NoteWalk(library, told()).walk(notes);
  }

  /// Tells what came of everything and reads the pages that are missing. The index need not be
  /// opened if nothing is new.
  ///
  /// @return how many items and pages failed
  private int finish(Library library, ImportReport report)
      throws IOException, InterruptedException {
    if (report.hasNews()) {
      library.catchUp();
    }
    new ImportPrinter(session.printer(), output.json).print(report, writeFailed(library, report));
    int failed = report.failed().size();
    return noFetch || report.unread().isEmpty() ? failed : failed + fetch(library, report.unread());
  }

  /// Ends only with the process, or when the waiting is interrupted.
  private void follow(Library library, List<Path> notes) throws IOException, InterruptedException {
    try (NoteWatch changes = NoteWatch.of(notes)) {
      session.printer().remark("Waiting for notes to change; Ctrl-C ends it.");
      while (true) {
        ImportReport report = walk(library, notes);
        if (report.hasNews()) {
          finish(library, report);
        }
        changes.await();
      }
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
    try (PageSource source = page.source(session, Provenance.COLLECTED);
        ImageSource images = page.images(session, source)) {
      failed = visits.visit(new Intake(library, source, images), unread);
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
