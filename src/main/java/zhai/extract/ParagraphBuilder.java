package zhai.extract;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/// Gathers inline content into paragraphs. Marks (emphasis, links) that are open when a paragraph
/// ends are opened again in the next one, as a browser shows a link around two blocks.
final class ParagraphBuilder {
  private final Element target;
  private final Deque<Element> marks = new ArrayDeque<>();
  private @Nullable Element paragraph;
  private Element cursor;

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

  void addText(String text) {
    if (isOpen() || !InlineTidier.isBlank(text)) {
      place().appendText(text);
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
      cursor.appendElement("br");
    }
  }

  /// @param mark copied into every paragraph until it is closed
  void open(Element mark) {
    marks.push(mark);
    if (isOpen()) {
      cursor = enter(cursor, mark);
    }
  }

  /// Closes the mark that was opened last.
  void close() {
    marks.pop();
    Element parent = cursor.parent();
    if (paragraph != null && parent != null) {
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
    }
  }

  private Element place() {
    if (paragraph == null) {
      paragraph = new Element("p");
      cursor = paragraph;
      for (Iterator<Element> outer = marks.descendingIterator(); outer.hasNext(); ) {
        cursor = enter(cursor, outer.next());
      }
    }
    return cursor;
  }

  private static Element enter(Element parent, Element mark) {
    Element copy = parent.appendElement(mark.normalName());
    copy.attributes().addAll(mark.attributes());
    return copy;
  }
}
