package zhai.exchange.reader;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportLine.Standing;
import zhai.exchange.Times;
import zhai.exchange.reader.TagScanner.Piece;
import zhai.exchange.reader.TagScanner.Tag;
import zhai.exchange.reader.TagScanner.Text;
import zhai.model.ReadingState;

/// One walk over a Netscape bookmark file: which folders are open, and which link or folder the
/// text that comes belongs to.
final class NetscapeBookmarks {
  private static final Pattern LINKDING_NOTES =
      Pattern.compile("\\[linkding-notes](.*?)\\[/linkding-notes]", Pattern.DOTALL);

  private static final String SAFARI_READING_LIST = "com.apple.readinglist";

  private final ObjIntConsumer<ImportLine> sink;
  private final Folders folders = new Folders();

  // The folder whose H3 was read last: the next DL is its.
  private @Nullable Tag heading;
  private String folder = "";

  // The link that is not handed over yet, since its description may follow.
  private @Nullable Tag link;
  private String title = "";
  private final StringBuilder description = new StringBuilder();

  private final StringBuilder text = new StringBuilder();
  private Part part = Part.NOTHING;
  private int readingLists;

  /// What the text belongs to.
  private enum Part {
    NOTHING,
    FOLDER,
    TITLE,
    DESCRIPTION
  }

  NetscapeBookmarks(ObjIntConsumer<ImportLine> sink) {
    this.sink = sink;
  }

  void read(Reader in) throws IOException {
    TagScanner scanner = new TagScanner(in);
    for (Piece piece = scanner.next(); piece != null; piece = scanner.next()) {
      switch (piece) {
        case Text(String words) -> text.append(part == Part.NOTHING ? "" : words);
        case Tag tag -> take(tag);
      }
    }
    handOver();
  }

  private void take(Tag tag) {
    switch (tag.name()) {
      case "a" -> {
        handOver();
        heading = null;
        if (tag.has("href")) {
          link = tag;
          begin(Part.TITLE);
        }
      }
      case "h3" -> {
        handOver();
        heading = tag;
        begin(Part.FOLDER);
      }
      case "/a", "/h3" -> begin(Part.NOTHING);
      case "dd" -> begin(link == null ? Part.NOTHING : Part.DESCRIPTION);
      case "br" -> text.append('\n');
      case "dt", "hr" -> handOver();
      case "dl" -> enter();
      case "/dl" -> leave();
      default -> {}
    }
  }

  private void begin(Part next) {
    switch (part) {
      case FOLDER -> folder = oneLine(text);
      case TITLE -> title = oneLine(text);
      case DESCRIPTION -> description.append(text);
      case NOTHING -> {}
    }
    text.setLength(0);
    part = next;
  }

  private void enter() {
    handOver();
    boolean isRoot =
        heading == null
            || heading.has("personal_toolbar_folder")
            || heading.has("unfiled_bookmarks_folder");
    folders.enter(isRoot ? null : folder);
    boolean isReadingList =
        heading != null && heading.value("id").equalsIgnoreCase(SAFARI_READING_LIST);
    readingLists = readingLists > 0 || isReadingList ? readingLists + 1 : 0;
    heading = null;
  }

  private void leave() {
    handOver();
    folders.leave();
    readingLists = Math.max(0, readingLists - 1);
  }

  private void handOver() {
    begin(Part.NOTHING);
    if (link != null) {
      sink.accept(item(link), link.line());
    }
    link = null;
    title = "";
    description.setLength(0);
  }

  private ImportLine item(Tag tag) {
    Stream<String> labels = Stream.of(tag.value("tags").split("[,，]"));
    boolean unread = readingLists > 0 || tag.value("toread").equals("1");
    return Links.read(
        tag.value("href"),
        it ->
            it.titled(Links.words(title))
                .tagged(Links.tags(Stream.concat(folders.names().stream(), labels)))
                .noted(Links.notes(descriptions()))
                .standing(
                    new Standing(
                        Times.parse(tag.value("add_date")),
                        null,
                        unread ? ReadingState.UNREAD : null,
                        tag.value("data-important").equals("true"))));
  }

  // linkding puts its notes into the description, in brackets of its own.
  private String[] descriptions() {
    List<String> notes = new ArrayList<>();
    Matcher own = LINKDING_NOTES.matcher(description);
    notes.add(own.replaceAll(""));
    own.reset();
    while (own.find()) {
      notes.add(own.group(1));
    }
    return notes.toArray(String[]::new);
  }

  private static String oneLine(CharSequence words) {
    return String.join(" ", words.toString().strip().split("\\s+"));
  }
}
