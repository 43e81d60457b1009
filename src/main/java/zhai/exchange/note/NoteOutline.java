package zhai.exchange.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;
import org.jspecify.annotations.Nullable;

/// Goes through a note's blocks in their order, opens records and closes them, and gives every
/// other link to {@link NoteItems}.
final class NoteOutline {
  /// Records in records: each body holds those of the inner ones, so their number is bounded.
  private static final int MAX_DEPTH = 8;

  private final NoteText text;
  private final FrontMatter front;
  private final NoteItems items;
  private final HeadingDay day;
  private @Nullable OpenRecord open;

  NoteOutline(String name, FrontMatter front, NoteText text) {
    this.text = text;
    this.front = front;
    this.items = new NoteItems(name, text);
    this.day =
        new HeadingDay(front.day() == null ? NoteDay.ofPath(name).orElse(null) : front.day());
  }

  List<NoteItem> read(Node document) {
    items.addHidden(front.endOffset(), front.source());
    openSource();
    flow(document.getFirstChild(), null, text.raw().length());
    return items.inOrder();
  }

  private void openSource() {
    String source = front.source();
    Spot link = source == null ? null : items.sourceLink(source, front.title());
    if (link != null && link.isPage()) {
      LoneLink lone = new LoneLink(link, link.title(), List.of());
      begin(new OpenRecord.Opening(lone, 0, front.endOffset() - 1));
    }
  }

  /// The blocks of a document, a quote or a list item. Records that begin in it end in it.
  ///
  /// @param outer the record around it, which none of its blocks ends
  private void flow(@Nullable Node first, @Nullable OpenRecord outer, int end) {
    int section = 1;
    for (Node block = first; block != null; block = block.getNext()) {
      section = block instanceof Heading heading ? heading.getLevel() : section;
      if (open != null && open != outer && text.endAround(open.start) <= start(block)) {
        closeTo(outer, start(block));
      }
      visit(block, section, outer);
    }
    closeTo(outer, end);
  }

  private void visit(Node block, int section, @Nullable OpenRecord outer) {
    switch (block) {
      case ThematicBreak _ -> closeTo(outer, start(block));
      case Heading heading -> {
        if (open != outer && open != null && section <= open.level && !front.ofZhai()) {
          closeTo(outer, start(block));
        }
        day.pass(heading);
        words(block, section, outer);
      }
      case Paragraph _ -> words(block, section, outer);
      case BlockQuote _ -> flow(block.getFirstChild(), open, end(block));
      case ListBlock list -> list(list, outer);
      case TableBlock table -> rows(table);
      case FencedCodeBlock _, IndentedCodeBlock _ -> items.skipCode(block);
      case HtmlBlock _ -> items.addHtml(block, open, day.day());
      case LinkReferenceDefinition definition -> items.define(definition, day.day());
      default -> {}
    }
  }

  /// A paragraph or a heading: the opening of a record, or words in one.
  private void words(Node block, int section, @Nullable OpenRecord outer) {
    BlockLinks.Found links = BlockLinks.in(block, text);
    Optional<LoneLink> lone = lone(links, outer);
    if (lone.isPresent()) {
      closeTo(outer, start(block));
      begin(new OpenRecord.Opening(lone.get(), section, end(block)));
      items.addSkipped(links.spots());
    } else {
      items.addWords(block, links, open, day.day());
    }
  }

  private Optional<LoneLink> lone(BlockLinks.Found links, @Nullable OpenRecord outer) {
    if (outer != null && outer.depth() + 1 >= MAX_DEPTH) {
      return Optional.empty();
    }
    return LoneLink.in(links).filter(it -> open == null || !open.isAbout(it.link().url()));
  }

  /// A list of nothing but links ends the record before it; a link among other points doesn't.
  private void list(ListBlock list, @Nullable OpenRecord outer) {
    List<Item> all = new ArrayList<>();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      all.add(item(item));
    }
    if (!all.isEmpty() && all.stream().allMatch(it -> it.lone.isPresent())) {
      closeTo(outer, start(list));
    }
    all.forEach(this::visit);
  }

  private Item item(Node item) {
    Node first = item.getFirstChild();
    if (!(first instanceof Paragraph || first instanceof Heading)) {
      return new Item(item, List.of(), Optional.empty());
    }
    BlockLinks.Found links = BlockLinks.in(first, text);
    return new Item(item, links.spots(), lone(links, open));
  }

  private void visit(Item item) {
    OpenRecord outer = open;
    Node first = item.node.getFirstChild();
    if (first != null && item.lone.isPresent()) {
      begin(new OpenRecord.Opening(item.lone.get(), 0, end(first)));
      items.addSkipped(item.spots);
      flow(first.getNext(), open, end(item.node));
    } else {
      flow(first, open, end(item.node));
    }
    closeTo(outer, end(item.node));
  }

  /// @param lone the link that it begins with, if that is its whole first block
  private record Item(Node node, List<Spot> spots, Optional<LoneLink> lone) {}

  private void rows(Node parent) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof TableRow) {
        items.addWords(child, BlockLinks.in(child, text), open, day.day());
      } else {
        rows(child);
      }
    }
  }

  private void begin(OpenRecord.Opening opening) {
    open = new OpenRecord(opening, open, day.day());
  }

  private void closeTo(@Nullable OpenRecord outer, int limit) {
    while (open != null && open != outer) {
      items.add(open, Math.min(limit, text.endAround(open.start)));
      open = open.outer;
    }
  }

  /// Where its first line begins, with what stands before it there.
  private int start(Node block) {
    List<SourceSpan> lines = block.getSourceSpans();
    return lines.isEmpty() ? 0 : text.lineStart(lines.getFirst().getLineIndex());
  }

  /// Behind its last character that is shown.
  private int end(Node block) {
    List<SourceSpan> lines = block.getSourceSpans();
    int end = lines.isEmpty() ? 0 : BlockLinks.end(lines);
    while (end > 0 && Character.isWhitespace(text.shown().charAt(end - 1))) {
      end--;
    }
    return end;
  }
}
