package zhai.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import zhai.exchange.ExportFormat;
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
      "  zhai export -o everything.jsonl",
    })
final class ExportCommand implements Callable<Integer> {
  private final Session session;

  @Mixin QueryArgument query = new QueryArgument();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "markdown, html, jsonl or netscape; told by FILE's ending otherwise.")
  @Nullable String format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write; standard output without it.")
  @Nullable Path file;

  @Option(names = "--title", paramLabel = "TITLE", description = "The list's title.")
  @Nullable String title;

  ExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Export.Order order = new Export.Order(query.text(), title, format());
    try (Library library = session.open()) {
      Export export = new Export(library);
      if (file == null) {
        export.write(order, session.printer().out());
      } else {
        int count = export.writeFile(order, file);
        session.printer().remark("%d bookmarks written to %s".formatted(count, file));
      }
      return ExitCode.OK;
    }
  }

  private ExportFormat format() {
    String wanted = format;
    Path target = file;
    if (wanted != null) {
      return ExportFormat.ofLabel(wanted).orElseThrow(() -> unknown(wanted));
    }
    return target == null
        ? ExportFormat.MARKDOWN
        : ExportFormat.ofFileName(target.toString()).orElseThrow(() -> unknown(target.toString()));
  }

  private static UsageException unknown(String what) {
    String known =
        Arrays.stream(ExportFormat.values())
            .map(it -> it.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return new UsageException("%s is no format to write; --format takes %s".formatted(what, known));
  }
}
