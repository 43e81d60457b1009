package zhai.exchange.note;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;
import zhai.exchange.NotePlace;
import zhai.exchange.NoteRecord;
import zhai.exchange.Skip;
import zhai.exchange.WebLinks;
import zhai.model.NoteKind;

/// What became of each link of a note, while it is being read.
final class NoteItems {
  /// Of a longer paragraph, a mention has the part around it.
  private static final int MAX_BODY = 4_000;

  private static final int PART = 600;

  private static final Set<String> POINTERS = Set.copyOf(ShareWords.of("pointer"));
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  private final String file;
  private final NoteText text;
  private final List<Placed> placed = new ArrayList<>();
  private final List<Defined> definitions = new ArrayList<>();
  private final Set<String> urls = new HashSet<>();

  NoteItems(String file, NoteText text) {
    this.file = file;
    this.text = text;
  }

  private record Placed(int offset, NoteItem item) {}

  private record Defined(LinkReferenceDefinition definition, @Nullable LocalDate day) {}

  /// A block of the note.
  private record Block(int start, int end, String passage, @Nullable LocalDate day) {}

  /// All of them, in the order of the note.
  List<NoteItem> inOrder() {
    definitions.forEach(this::addUnused);
    return placed.stream()
        .sorted(Comparator.comparingInt(Placed::offset))
        .map(Placed::item)
        .toList();
  }

  void add(OpenRecord record, int limit) {
    NoteRecord closed = record.closed(file, text, limit);
    urls.add(closed.url());
    placed.add(new Placed(record.start, new NoteItem.Found(closed)));
  }

  /// Words of a record, or of none: their links are mentions, but for those to the record's page.
  void addWords(
      Node node, BlockLinks.Found links, @Nullable OpenRecord record, @Nullable LocalDate day) {
    if (node.getSourceSpans().isEmpty()) {
      return;
    }
    String passage = Passage.of(node, links, text);
    Block block = block(node, passage, day);
    if (record != null) {
      record.add(passage, block.end);
    }
    addSpots(block, links.spots(), record);
  }

  void addHtml(Node html, @Nullable OpenRecord record, @Nullable LocalDate day) {
    if (!html.getSourceSpans().isEmpty()) {
      Block block = block(html, "", day);
      String shown = text.shown().substring(block.start, block.end);
      addSpots(block, HtmlLinks.in(shown, block.start), record);
    }
  }

  void skipCode(Node code) {
    if (!code.getSourceSpans().isEmpty()) {
      Block block = block(code, "", null);
      skipAll(block.start, block.end, Skip.IN_CODE);
    }
  }

  void addSkipped(List<Spot> spots) {
    spots.forEach(this::addSkipped);
  }

  /// What stands in the parts that are no text of the note.
  ///
  /// @param source the one address of the front matter that is not to be skipped, or null
  void addHidden(int frontEnd, @Nullable String source) {
    for (BareLink bare : BareLink.in(text.raw().substring(0, frontEnd))) {
      if (!bare.url().equals(source)) {
        addSkipped(Spot.skipped(bare.url(), bare.start(), bare.end(), Skip.EMBEDDED));
      }
    }
    text.hidden().forEach(part -> skipAll(part.start(), part.end(), part.why()));
  }

  /// The front matter's link to the page that the note is about.
  Spot sourceLink(String url, @Nullable String title) {
    int start = Math.max(0, text.raw().indexOf(url));
    Spot link = Spot.bare(url, start, start + url.length()).labelled(title, "");
    addSkipped(link);
    return link;
  }

  /// `[name]: https://…`: a mention if nothing in the note refers to it.
  void define(LinkReferenceDefinition definition, @Nullable LocalDate day) {
    definitions.add(new Defined(definition, day));
  }

  private void addUnused(Defined defined) {
    LinkReferenceDefinition definition = defined.definition;
    String url = definition.getDestination();
    if (!WebLinks.isWeb(url) || urls.contains(url) || definition.getSourceSpans().isEmpty()) {
      return;
    }
    Block block = block(definition, "", defined.day);
    String title = definition.getTitle() == null ? definition.getLabel() : definition.getTitle();
    Spot link = Spot.bare(url, block.start, block.end).labelled(title, "");
    addSpots(block, List.of(link), null);
  }

  private void addSpots(Block block, List<Spot> spots, @Nullable OpenRecord record) {
    Map<String, Spot> pages = new LinkedHashMap<>();
    for (Spot spot : spots) {
      if (spot.isPage()) {
        pages.merge(spot.url(), spot, (first, next) -> first.title() == null ? next : first);
      } else {
        addSkipped(spot);
      }
    }
    String whole = pages.isEmpty() ? "" : around(block, block.start);
    for (Spot page : pages.values()) {
      if (record == null || !record.isAbout(page.url())) {
        String body = block.end - block.start <= MAX_BODY ? whole : around(block, page.start());
        addMention(page, block, body);
      }
    }
  }

  private void addMention(Spot page, Block block, String body) {
    int line = text.lineOf(page.start()) + 1;
    int lastLine = text.lineOf(Math.max(block.start, block.end - 1)) + 1;
    NoteRecord mention =
        new NoteRecord(
            NoteKind.MENTION,
            page.url(),
            title(page),
            page.label(),
            new NotePlace(file, line, Math.max(line, lastLine)),
            block.day,
            body,
            Hashtags.inLine(NoteText.lastLine(body)),
            passages(block, body));
    urls.add(page.url());
    placed.add(new Placed(page.start(), new NoteItem.Found(mention)));
  }

  private static List<String> passages(Block block, String body) {
    if (block.passage.isEmpty()) {
      return List.of();
    }
    return List.of(block.passage.length() <= MAX_BODY ? block.passage : body.strip());
  }

  private static @Nullable String title(Spot page) {
    String title = page.title();
    boolean names =
        title != null
            && LETTER.matcher(title).find()
            && !POINTERS.contains(title.toLowerCase(Locale.ROOT));
    return names ? title : null;
  }

  private String around(Block block, int place) {
    if (block.end - block.start <= MAX_BODY) {
      return text.raw().substring(block.start, block.end);
    }
    int line = text.lineOf(place);
    int start = Math.max(Math.max(block.start, text.lineStart(line)), place - PART / 2);
    int end = Math.min(Math.min(block.end, text.lineEnd(line)), start + PART);
    return text.raw().substring(withWhole(start), withWhole(end)).stripTrailing();
  }

  // Not between the halves of a character.
  private int withWhole(int offset) {
    boolean torn =
        offset > 0
            && offset < text.raw().length()
            && Character.isSurrogatePair(text.raw().charAt(offset - 1), text.raw().charAt(offset));
    return torn ? offset - 1 : offset;
  }

  private void skipAll(int from, int to, Skip why) {
    for (BareLink bare : BareLink.in(text.raw().substring(from, to))) {
      addSkipped(Spot.skipped(bare.url(), from + bare.start(), from + bare.end(), why));
    }
  }

  private void addSkipped(Spot spot) {
    Skip why = spot.why();
    if (why != null) {
      urls.add(spot.url());
      NoteItem skipped = new NoteItem.Skipped(spot.url(), text.lineOf(spot.start()) + 1, why);
      placed.add(new Placed(spot.start(), skipped));
    }
  }

  private static Block block(Node node, String passage, @Nullable LocalDate day) {
    int start = BlockLinks.start(node.getSourceSpans());
    return new Block(start, BlockLinks.end(node.getSourceSpans()), passage, day);
  }
}
