package zhai.extract;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Puts the inline content of one block in order: white space as a browser shows it, no invisible
/// characters, no empty marks. Each step goes once over the block, however many nodes it has.
final class InlineTidier {
  /// The space of CJK type, which indents paragraphs.
  private static final char IDEOGRAPHIC_SPACE = '\u3000';

  private InlineTidier() {}

  /// White space as a browser shows it, without characters that are not seen.
  static String collapse(String text) {
    int first = firstToChange(text);
    if (first == text.length()) {
      return text;
    }
    StringBuilder collapsed = new StringBuilder(text.length()).append(text, 0, first);
    boolean afterSpace = first > 0 && text.charAt(first - 1) == ' ';
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isWhite(c)) {
        collapsed.append(afterSpace ? "" : " ");
        afterSpace = true;
      } else if (!isInvisible(c)) {
        collapsed.append(c);
        afterSpace = false;
      }
    }
    return collapsed.toString();
  }

  private static int firstToChange(String text) {
    boolean afterSpace = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isInvisible(c) || (isWhite(c) && (c != ' ' || afterSpace))) {
        return i;
      }
      afterSpace = c == ' ';
    }
    return text.length();
  }

  private static boolean isWhite(char c) {
    return switch (c) {
      case ' ', '\t', '\n', '\r', '\f', '\u00a0', '\u0085', '\u2028', '\u2029' -> true;
      default -> false;
    };
  }

  /// Zero-width spaces and joiners of words, marks of direction, soft hyphens, control characters.
  /// Joiners of letters stay: Persian and emoji are spelled with them.
  private static boolean isInvisible(char c) {
    return switch (c) {
      case '\u200b', '\u200e', '\u200f', '\u2060', '\ufeff', '\u00ad' -> true;
      default -> c < 0xa0 && Character.isISOControl(c) && !isWhite(c);
    };
  }

  static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isWhite(c) && !isInvisible(c) && !Character.isWhitespace(c)) {
        return false;
      }
    }
    return true;
  }

  static @Nullable Node lastMeaningful(Element inline) {
    Node last = inline.lastChild();
    while (last instanceof TextNode text && isBlank(text.getWholeText())) {
      last = last.previousSibling();
    }
    return last;
  }

  static void tidy(Element block) {
    List<Node> leaves = new ArrayList<>();
    addLeaves(block, leaves);
    mergeText(leaves);
    collapseText(leaves);
    boolean emptied = trimEnd(leaves);
    if (emptied || block.childrenSize() > 0) {
      compact(block);
    }
  }

  /// Text, pictures, formulas and breaks in reading order.
  private static void addLeaves(Element parent, List<Node> leaves) {
    for (Node node : parent.childNodes()) {
      if (node instanceof Element element && !isAtom(element)) {
        addLeaves(element, leaves);
      } else {
        leaves.add(node);
      }
    }
  }

  private static boolean isAtom(Element element) {
    return element.nameIs("br") || element.nameIs("img") || Formula.is(element);
  }

  /// Adjacent texts become one: the first of them gets all, the others become empty.
  private static void mergeText(List<Node> leaves) {
    int first = 0;
    while (first < leaves.size()) {
      int end = endOfTexts(leaves, first);
      if (end > first + 1) {
        StringBuilder all = new StringBuilder();
        for (Node part : leaves.subList(first, end)) {
          all.append(((TextNode) part).getWholeText());
          ((TextNode) part).text("");
        }
        ((TextNode) leaves.get(first)).text(all.toString());
      }
      first = Math.max(end, first + 1);
    }
  }

  /// The end of the run of texts that begins there and has one parent and nothing between.
  private static int endOfTexts(List<Node> leaves, int first) {
    int end = first;
    while (end < leaves.size()
        && leaves.get(end) instanceof TextNode text
        && (end == first || text.previousSibling() == leaves.get(end - 1))) {
      end++;
    }
    return end;
  }

  private static void collapseText(List<Node> leaves) {
    boolean atStart = true;
    for (Node node : leaves) {
      if (node instanceof TextNode text) {
        String collapsed = collapse(text.getWholeText());
        String trimmed = atStart ? stripStart(collapsed) : collapsed;
        text.text(trimmed);
        atStart = trimmed.isEmpty() ? atStart : trimmed.endsWith(" ");
      } else {
        atStart = node.nameIs("br");
      }
    }
  }

  private static String stripStart(String text) {
    int from = 0;
    while (from < text.length() && isSpace(text.charAt(from))) {
      from++;
    }
    return text.substring(from);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == IDEOGRAPHIC_SPACE;
  }

  /// Empties spaces before a line break and at the end, and takes out line breaks at the end.
  ///
  /// @return whether a text is empty now
  private static boolean trimEnd(List<Node> leaves) {
    boolean atEnd = true;
    boolean atLineEnd = true;
    boolean emptied = false;
    for (Node node : leaves.reversed()) {
      if (node instanceof TextNode text) {
        if (atLineEnd) {
          text.text(stripEnd(text.getWholeText()));
        }
        boolean filled = !text.getWholeText().isEmpty();
        emptied |= !filled;
        atEnd &= !filled;
        atLineEnd &= !filled;
      } else if (node.nameIs("br")) {
        atLineEnd = true;
        if (atEnd) {
          node.remove();
        }
      } else {
        atEnd = false;
        atLineEnd = false;
      }
    }
    return emptied;
  }

  private static String stripEnd(String text) {
    int to = text.length();
    while (to > 0 && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(0, to);
  }

  /// Leaves out empty texts and marks around nothing; what is in such a mark (a space) stays.
  private static void compact(Element parent) {
    List<Node> kept = new ArrayList<>(parent.childNodeSize());
    boolean changed = false;
    for (Node node : parent.childNodes()) {
      if (node instanceof Element element && !isAtom(element)) {
        compact(element);
        boolean empty = element.childNodes().stream().allMatch(InlineTidier::isSpaces);
        if (empty) {
          kept.addAll(element.childNodes());
        } else {
          kept.add(element);
        }
        changed |= empty;
      } else if (node instanceof TextNode text && text.getWholeText().isEmpty()) {
        changed = true;
      } else {
        kept.add(node);
      }
    }
    if (changed) {
      parent.empty();
      parent.appendChildren(kept);
    }
  }

  private static boolean isSpaces(Node node) {
    return node instanceof TextNode text && text.getWholeText().isBlank();
  }
}
