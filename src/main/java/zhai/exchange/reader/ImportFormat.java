package zhai.exchange.reader;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import zhai.exchange.Beginning;
import zhai.exchange.ImportReader;
import zhai.exchange.JsonLines;

/// What bookmarks can be read from, the most special first: what begins a file of a later one may
/// begin one of an earlier.
public enum ImportFormat {
  /// Pages as servers answered, in a web archive.
  WARC,
  /// Web archives in a zip, as Browsertrix and ArchiveWeb.page keep them.
  WACZ,
  /// A page that SingleFile or a browser saved.
  SAVED_PAGE,
  /// The archive that Omnivore gave its users.
  OMNIVORE,
  /// `My Clippings.txt` of a Kindle.
  KINDLE,
  /// The table of highlights that Readwise exports.
  READWISE,
  /// Annotations of Hypothesis.
  HYPOTHESIS,
  /// References of Zotero and others as JSON.
  CSL_JSON,
  /// References of Zotero, EndNote and others.
  RIS,
  /// References of Zotero, JabRef and others for TeX.
  BIBTEX,
  /// buku's database.
  BUKU,
  /// Shiori's database.
  SHIORI,
  /// The older export of Pocket.
  POCKET_HTML,
  /// What feed readers and outliners export.
  OPML,
  /// The bookmark file that browsers and most collectors export.
  NETSCAPE,
  /// The file `Bookmarks` of Chrome and its kin.
  CHROME,
  /// A backup of Firefox.
  FIREFOX,
  /// What linkding's programming interface answers.
  LINKDING,
  /// The export of Karakeep, once Hoarder.
  KARAKEEP,
  /// The backup of Linkwarden.
  LINKWARDEN,
  /// The export of wallabag.
  WALLABAG,
  /// Pinboard's JSON.
  PINBOARD,
  /// The highlights in the last export of Pocket.
  POCKET_HIGHLIGHTS,
  /// A JSON list of objects with an address.
  JSON,
  /// One JSON object a line: our lossless lines, or `{"url", "title", "text", …}`.
  JSONL,
  /// The last export of Pocket.
  POCKET_CSV,
  /// The export of Instapaper.
  INSTAPAPER,
  /// The table that Raindrop exports.
  RAINDROP,
  /// A table with a column of addresses.
  CSV,
  /// A bookmark file of nb.
  NB,
  /// The Markdown list that buku exports.
  BUKU_MARKDOWN,
  /// Plain text with addresses in it.
  TEXT,
  ;

  /// The word used on the command line.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public ImportReader reader() {
    return switch (this) {
      case WARC -> new WarcReader();
      case WACZ -> new WaczReader();
      case SAVED_PAGE -> new SavedPageReader();
      case OMNIVORE -> new OmnivoreZip();
      case KINDLE -> new KindleClippings();
      case READWISE -> new ReadwiseCsv();
      case HYPOTHESIS -> new HypothesisJson();
      case CSL_JSON -> new CslJson();
      case RIS -> new RisReader();
      case BIBTEX -> new BibTexReader();
      case BUKU -> new BukuDatabase();
      case SHIORI -> new ShioriDatabase();
      case POCKET_HTML -> new PocketHtml();
      case OPML -> new OpmlReader();
      case NETSCAPE -> new NetscapeReader();
      case CHROME -> new ChromeJson();
      case FIREFOX -> new FirefoxJson();
      case LINKDING -> new LinkdingJson();
      case KARAKEEP -> new KarakeepJson();
      case LINKWARDEN -> new LinkwardenJson();
      case WALLABAG -> new WallabagJson();
      case PINBOARD -> new PinboardJson();
      case POCKET_HIGHLIGHTS -> new PocketHighlights();
      case JSON -> new JsonReader();
      case JSONL -> new JsonLines();
      case POCKET_CSV -> new PocketCsv();
      case INSTAPAPER -> new InstapaperCsv();
      case RAINDROP -> new RaindropCsv();
      case CSV -> new CsvReader();
      case NB -> new NbBookmark();
      case BUKU_MARKDOWN -> new BukuMarkdown();
      case TEXT -> new TextReader();
    };
  }

  /// The format with that {@link #label()}, whatever its case.
  public static Optional<ImportFormat> ofLabel(String label) {
    return Arrays.stream(values()).filter(it -> it.label().equalsIgnoreCase(label)).findFirst();
  }

  /// Tells the format by what a file begins with; empty if none claims it.
  public static Optional<ImportFormat> detect(Beginning beginning) {
    return Arrays.stream(values()).filter(it -> it.reader().recognises(beginning)).findFirst();
  }
}
