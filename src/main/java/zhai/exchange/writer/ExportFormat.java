package zhai.exchange.writer;

import java.util.Arrays;
import java.util.List;
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
  /// Everything, lossless: a {@link zhai.exchange.JsonLines} line for each bookmark.
  JSONL,
  /// An array of what `list --json` prints.
  JSON,
  /// A table for a spreadsheet.
  CSV,
  /// References for LaTeX.
  BIBTEX,
  /// References for reference managers.
  RIS,
  /// References for Zotero and Pandoc.
  CSL_JSON,
  /// An outline.
  OPML,
  /// A feed.
  ATOM,
  /// A feed in JSON.
  JSON_FEED,
  /// A book to read on any device (EPUB 3).
  EPUB,
  /// A folder of pages with a search, to be opened from a disk.
  SITE,
  /// A folder of notes for Obsidian.
  OBSIDIAN,
  /// The pages as they came, as a web archive.
  WARC,
  ;

  /// The word used on the command line: `csl-json`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What writes it.
  public ExportWriter writer() {
    return switch (this) {
      case MARKDOWN -> new MarkdownList();
      case HTML -> new HtmlList();
      case NETSCAPE -> new NetscapeList();
      case JSONL -> new LosslessLines();
      case JSON -> new JsonList();
      case CSV -> new CsvList();
      case BIBTEX -> new BibtexList();
      case RIS -> new RisList();
      case CSL_JSON -> new CslJsonList();
      case OPML -> new OpmlList();
      case ATOM -> new AtomFeed();
      case JSON_FEED -> new JsonFeed();
      case EPUB -> new EpubBook();
      case SITE -> new HtmlSite();
      case OBSIDIAN -> new ObsidianVault();
      case WARC -> new WarcFile();
    };
  }

  /// How a file of this format ends, without the dot; empty for a folder.
  public String ending() {
    return endings().isEmpty() ? "" : endings().getFirst();
  }

  /// The endings that mean this format, the one to write first. Of two formats with one ending the
  /// first is meant; the other has to be asked for by its label.
  private List<String> endings() {
    return switch (this) {
      case MARKDOWN -> List.of("md", "markdown");
      case HTML -> List.of("html", "htm");
      case NETSCAPE -> List.of("html");
      case JSONL -> List.of("jsonl", "ndjson");
      case JSON, CSL_JSON, JSON_FEED -> List.of("json");
      case CSV -> List.of("csv");
      case BIBTEX -> List.of("bib");
      case RIS -> List.of("ris");
      case OPML -> List.of("opml");
      case ATOM -> List.of("atom", "xml");
      case EPUB -> List.of("epub");
      case SITE, OBSIDIAN -> List.of();
      case WARC -> List.of("warc.gz");
    };
  }

  /// The format with that {@link #label()}, whatever its case.
  public static Optional<ExportFormat> ofLabel(String label) {
    return Arrays.stream(values()).filter(it -> it.label().equalsIgnoreCase(label)).findFirst();
  }

  /// The format that a file's ending asks for (`list.md`, `list.html`, `all.warc.gz`).
  public static Optional<ExportFormat> ofFileName(String fileName) {
    String name = "." + fileName.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(it -> it.endings().stream().anyMatch(ending -> name.endsWith("." + ending)))
        .findFirst();
  }
}
