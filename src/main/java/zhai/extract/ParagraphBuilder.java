package zhai.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/// Gathers inline content into paragraphs. Marks (emphasis, links) that are open when a paragraph
/// ends are opened again in the next one, as a browser shows a link around two blocks.
///
/// A mark is written only when something stands in it, and goes on in the one before it if that is
/// of its kind: so there are no empty marks and no `**a****b**` to tidy up afterwards.
final class ParagraphBuilder {
  /// Marks of which two side by side say what one says.
  private static final Set<String> MERGED = Set.of("em", "strong", "del", "mark", "code");

  /// By its name jsoup would make each of them anew for each element.
  private static final Tag PARAGRAPH = Tag.valueOf("p");

  private static final Tag BREAK = Tag.valueOf("br");

  private final Element target;
  private final List<Element> marks = new ArrayList<>();
  private @Nullable Element paragraph;

  /// Where inline content goes: the paragraph, or the last of its open marks that is written.
  private Element cursor;

  /// How many of the marks are written in the paragraph.
  private int written;

  /// @param target where finished paragraphs are appended
  ParagraphBuilder(Element target) {
    this.target = target;
    this.cursor = target;
  }

  boolean isOpen() {
    return paragraph != null;
  }

  /// The open mark of that name.
  Optional<Element> mark(String name) {
    return marks.stream().filter(mark -> mark.nameIs(name)).findFirst();
  }

  boolean isMarked(String name) {
    return mark(name).isPresent();
  }

  /// How many marks are open.
  int depth() {
    return marks.size();
  }

  /// A space opens neither a paragraph nor a mark.
  void addText(String text) {
    if (!InlineTidier.isBlank(text)) {
      place().appendText(text);
    } else if (isOpen()) {
      cursor.appendText(text);
    }
  }

  void add(Element inline) {
    place().appendChild(inline);
  }

  /// Two line breaks in a row are how old pages end a paragraph.
  void addBreak() {
    Node last = isOpen() ? InlineTidier.lastMeaningful(cursor) : null;
    if (last != null && last.nameIs("br")) {
      last.remove();
      end();
    } else if (isOpen()) {
      cursor.appendChild(new Element(BREAK, ""));
    }
  }

  /// @param mark copied into every paragraph until it is closed
  void open(Element mark) {
    marks.add(mark);
  }

  /// Closes the mark that was opened last.
  void close() {
    marks.removeLast();
    Element parent = cursor.parent();
    if (written > marks.size() && parent != null) {
      written--;
      cursor = parent;
    }
  }

  void end() {
    if (paragraph != null) {
      InlineTidier.tidy(paragraph);
      if (paragraph.childNodeSize() > 0) {
        target.appendChild(paragraph);
      }
      paragraph = null;
      cursor = target;
      written = 0;
    }
  }

  private Element place() {
    if (paragraph == null) {
      paragraph = new Element(PARAGRAPH, "");
      cursor = paragraph;
    }
    while (written < marks.size()) {
      cursor = enter(cursor, marks.get(written++));
    }
    return cursor;
  }

  private static Element enter(Element parent, Element mark) {
    if (MERGED.contains(mark.normalName())
        && parent.lastChild() instanceof Element before
        && before.nameIs(mark.normalName())) {
      return before;
    }
    Element copy = mark.shallowClone();
    parent.appendChild(copy);
    return copy;
  }
}
