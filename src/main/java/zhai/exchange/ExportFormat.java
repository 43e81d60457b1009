package zhai.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a selection of bookmarks can be written as.
public enum ExportFormat {
  /// A note with day headings, as the user writes them.
  MARKDOWN(new MarkdownList(), "md", "markdown"),
  /// One self-contained page to read, print or send.
  HTML(new HtmlList(), "html", "htm"),
  /// The bookmark file that every browser imports.
  NETSCAPE(new NetscapeList()),
  /// Everything, lossless: a {@link JsonLines} line for each dossier.
  JSONL(null, "jsonl", "ndjson");

  private final @Nullable ReadingListWriter writer;
  private final List<String> endings;

  ExportFormat(@Nullable ReadingListWriter writer, String... endings) {
    this.writer = writer;
    this.endings = List.of(endings);
  }

  /// The word used on the command line.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What writes it; empty for {@link #JSONL}, which is written from dossiers, line by line.
  public Optional<ReadingListWriter> writer() {
    return Optional.ofNullable(writer);
  }

  /// The format with that {@link #label()}, whatever its case.
  public static Optional<ExportFormat> ofLabel(String label) {
    return Arrays.stream(values()).filter(it -> it.label().equalsIgnoreCase(label)).findFirst();
  }

  /// The format that a file's ending asks for: `list.md`, `list.html`, `all.jsonl`.
  public static Optional<ExportFormat> ofFileName(String fileName) {
    String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(it -> it.endings.contains(ending)).findFirst();
  }
}
