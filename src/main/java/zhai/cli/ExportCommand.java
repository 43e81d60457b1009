package zhai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import zhai.exchange.writer.BytesWriter;
import zhai.exchange.writer.ExportFormat;
import zhai.exchange.writer.TemplateException;
import zhai.exchange.writer.TemplateList;
import zhai.index.SortOrder;
import zhai.library.Export;
import zhai.library.GivenBytes;
import zhai.library.Library;

/// `zhai export`: a reading list, or the whole library, in a format.
@Command(
    name = "export",
    description = "Writes the bookmarks that a query selects as a reading list; all without one.",
    footer = {
      "",
      "Examples:",
      "  zhai export 'tag:rag is:unread' --format markdown -o list.md",
      "  zhai export --split day -o notes",
      "  zhai export -o everything.jsonl",
    })
final class ExportCommand implements Callable<Integer> {
  private final Session session;

  @Mixin QueryArgument query = new QueryArgument();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = Formats.class,
      description = {
        "One of ${COMPLETION-CANDIDATES}.",
        "Told by FILE's ending otherwise; markdown without one, and with --split."
      })
  @Nullable String format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write, a folder for several files; standard output without it.")
  @Nullable Path file;

  @Option(names = "--title", paramLabel = "TITLE", description = "The list's title.")
  @Nullable String title;

  @Mixin LayoutOptions layout = new LayoutOptions();

  @Option(
      names = "--template",
      paramLabel = "FILE",
      description = "A Mustache template to fill in: a file, or one of blog-post, weekly-digest.")
  @Nullable String template;

  @Mixin SortOption sort = new SortOption();

  ExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    try {
      write(
          new Export.Order(
              query.text(),
              title,
              format(),
              layout.layout(),
              sort.or(SortOrder.NEWEST),
              templateText()));
    } catch (TemplateException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
    return ExitCode.OK;
  }

  private void write(Export.Order order) throws IOException {
    Path target = file;
    if (target == null) {
      checkPrintable(order);
    }
    try (Library library = session.open()) {
      Progress progress = new Progress(session);
      Export export = new Export(library, (done, all) -> tell(progress, done, all));
      if (target == null) {
        export.write(order, session.printer().stream());
      } else if (order.isFolder()) {
        tell(export.writeFolder(order, target), target);
      } else {
        int count = export.writeFile(order, target).bookmarks();
        session.printer().remark("%d bookmarks written to %s".formatted(count, target));
      }
    }
  }

  /// A list that goes to the terminal shows itself how far it is.
  private void tell(Progress progress, long done, long all) {
    if (file != null || !session.printer().isTerminal()) {
      progress.at("writing %s", done, all);
    }
  }

  private void tell(Export.Written written, Path folder) {
    session
        .printer()
        .remark(
            "%d bookmarks written to %d files in %s"
                .formatted(written.bookmarks(), written.files(), folder));
  }

  // A file of that name comes before the template that comes with the program.
  private @Nullable String templateText() throws IOException {
    String name = template;
    if (name == null) {
      return null;
    }
    Path own = Path.of(name);
    return Files.exists(own)
        ? GivenBytes.text(own)
        : TemplateList.named(name).orElseThrow(() -> noTemplate(name));
  }

  private static UsageException noTemplate(String name) {
    return new UsageException(
        "there is no file %s; --template takes one, or %s"
            .formatted(name, String.join(", ", TemplateList.NAMES)));
  }

  private void checkPrintable(Export.Order order) {
    if (order.isFolder()) {
      throw new UsageException("this makes several files; say with -o in which folder");
    }
    if (order.writer() instanceof BytesWriter && session.printer().isTerminal()) {
      throw new UsageException(
          "%s is no text; say with -o in which file".formatted(order.format().label()));
    }
  }

  private ExportFormat format() {
    String wanted = format;
    Path target = file;
    if (wanted != null) {
      return ExportFormat.ofLabel(wanted).orElseThrow(() -> unknown(wanted));
    }
    if (target == null || layout.isSplit()) {
      return ExportFormat.MARKDOWN;
    }
    Optional<ExportFormat> told = ExportFormat.ofFileName(target.toString());
    return template == null
        ? told.orElseThrow(() -> unknown(target.toString()))
        : told.orElse(ExportFormat.MARKDOWN);
  }

  private static UsageException unknown(String what) {
    String known = String.join(", ", new Formats());
    return new UsageException("%s is no format to write; --format takes %s".formatted(what, known));
  }

  /// The words that `--format` takes.
  static final class Formats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(ExportFormat.values()).map(ExportFormat::label).iterator();
    }
  }
}
