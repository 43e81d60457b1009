package zhai.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import zhai.exchange.writer.BytesWriter;
import zhai.exchange.writer.ExportFormat;
import zhai.index.SortOrder;
import zhai.library.Export;
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
      description =
          "markdown, html, netscape, jsonl, epub, site, obsidian or warc; told by FILE's ending"
              + " otherwise, markdown with --split.")
  @Nullable String format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write, a folder for several files; standard output without it.")
  @Nullable Path file;

  @Option(names = "--title", paramLabel = "TITLE", description = "The list's title.")
  @Nullable String title;

  @Mixin LayoutOptions layout = new LayoutOptions();

  @Mixin SortOption sort = new SortOption();

  ExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Export.Order order =
        new Export.Order(query.text(), title, format(), layout.layout(), sort.or(SortOrder.NEWEST));
    Path target = file;
    if (target == null) {
      checkPrintable(order);
    }
    try (Library library = session.open()) {
      Export export = new Export(library);
      if (target == null) {
        export.write(order, session.printer().stream());
      } else if (order.isFolder()) {
        Export.Written written = export.writeFolder(order, target);
        session
            .printer()
            .remark(
                "%d bookmarks written to %d files in %s"
                    .formatted(written.bookmarks(), written.files(), target));
      } else {
        int count = export.writeFile(order, target).bookmarks();
        session.printer().remark("%d bookmarks written to %s".formatted(count, target));
      }
      return ExitCode.OK;
    }
  }

  private void checkPrintable(Export.Order order) {
    if (order.isFolder()) {
      throw new UsageException("this makes several files; say with -o in which folder");
    }
    if (order.format().writer() instanceof BytesWriter && session.printer().hasColour()) {
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
    return target == null || layout.isSplit()
        ? ExportFormat.MARKDOWN
        : ExportFormat.ofFileName(target.toString()).orElseThrow(() -> unknown(target.toString()));
  }

  private static UsageException unknown(String what) {
    String known =
        Arrays.stream(ExportFormat.values())
            .map(ExportFormat::label)
            .collect(Collectors.joining(", "));
    return new UsageException("%s is no format to write; --format takes %s".formatted(what, known));
  }
}
