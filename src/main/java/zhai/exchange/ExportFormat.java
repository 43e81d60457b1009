package zhai.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a selection of bookmarks can be written as.
public enum ExportFormat {
  /// A note with day headings, as the user writes them.
  MARKDOWN,
  /// One self-contained page to read, print or send.
  HTML,
  /// The bookmark file that every browser imports.
  NETSCAPE,
  /// Everything, lossless: a {@link JsonLines} line for each dossier.
  JSONL;

  /// The word used on the command line.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What writes it; empty for {@link #JSONL}, which is written from dossiers, line by line.
  public Optional<ReadingListWriter> writer() {
    return switch (this) {
      case MARKDOWN -> Optional.of(new MarkdownList());
      case HTML -> Optional.of(new HtmlList());
      case NETSCAPE -> Optional.of(new NetscapeList());
      case JSONL -> Optional.empty();
    };
  }

  /// The format with that {@link #label()}, whatever its case.
  public static Optional<ExportFormat> ofLabel(String label) {
    return Arrays.stream(values()).filter(it -> it.label().equalsIgnoreCase(label)).findFirst();
  }

  /// The format that a file's ending asks for (`list.md`, `list.html`, `all.jsonl`). A bookmark
  /// file ends like any page and has to be asked for by its label.
  public static Optional<ExportFormat> ofFileName(String fileName) {
    String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "md", "markdown" -> Optional.of(MARKDOWN);
      case "html", "htm" -> Optional.of(HTML);
      case "jsonl", "ndjson" -> Optional.of(JSONL);
      default -> Optional.empty();
    };
  }
}
