package zhai.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/// Puts the inline content of one block in order: white space as a browser shows it, no invisible
/// characters, no empty marks, no mark that only continues the one before.
final class InlineTidier {
  private static final Pattern INVISIBLE =
      Pattern.compile("[\u200b\u200e\u200f\u2060\ufeff\u00ad\\p{Cntrl}&&[^\t\n\r\f]]");
  private static final Pattern SPACES = Pattern.compile("[ \t\n\r\f\u00a0\u2028\u2029]+");

  /// The space of CJK type, which indents paragraphs.
  private static final char IDEOGRAPHIC_SPACE = '\u3000';

  private static final Set<String> MERGED = Set.of("em", "strong", "del", "mark", "code");

  private InlineTidier() {}

  static String collapse(String text) {
    return SPACES.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceAll(" ");
  }

  static boolean isBlank(String text) {
    return collapse(text).isBlank();
  }

  static @Nullable Node lastMeaningful(Element inline) {
    Node last = inline.lastChild();
    while (last instanceof TextNode text && isBlank(text.getWholeText())) {
      last = last.previousSibling();
    }
    return last;
  }

  static void tidy(Element block) {
    mergeMarks(block);
    mergeText(block);
    collapseText(block);
    trimEnd(block);
    removeEmpty(block);
  }

  private static void mergeMarks(Element block) {
    for (Element mark : block.select("em, strong, del, mark, code")) {
      Node next = mark.nextSibling();
      while (next instanceof Element same
          && MERGED.contains(same.normalName())
          && same.nameIs(mark.normalName())) {
        mark.appendChildren(List.copyOf(same.childNodes()));
        same.remove();
        next = mark.nextSibling();
      }
    }
  }

  /// What is written for a sign depends on the signs beside it, so no text may be in two nodes.
  private static void mergeText(Element block) {
    for (Node leaf : leaves(block)) {
      if (leaf instanceof TextNode text && text.previousSibling() instanceof TextNode before) {
        text.text(before.getWholeText() + text.getWholeText());
        before.remove();
      }
    }
  }

  private static void collapseText(Element block) {
    boolean atStart = true;
    for (Node node : leaves(block)) {
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

  /// Spaces before a line break and at the end, and line breaks at the end.
  private static void trimEnd(Element block) {
    boolean atEnd = true;
    boolean atLineEnd = true;
    for (Node node : leaves(block).reversed()) {
      if (node instanceof TextNode text) {
        if (atLineEnd) {
          text.text(stripEnd(text.getWholeText()));
        }
        boolean filled = !text.getWholeText().isEmpty();
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
  }

  private static String stripEnd(String text) {
    int to = text.length();
    while (to > 0 && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(0, to);
  }

  /// Text, pictures, formulas and breaks in reading order.
  private static List<Node> leaves(Element block) {
    List<Node> leaves = new ArrayList<>();
    block.traverse(
        (NodeVisitor)
            (node, _) -> {
              boolean inFormula =
                  node.parent() instanceof Element parent && Formula.of(parent).isPresent();
              boolean atom =
                  node instanceof Element element
                      && (element.nameIs("br")
                          || element.nameIs("img")
                          || Formula.of(element).isPresent());
              if (atom || (node instanceof TextNode && !inFormula)) {
                leaves.add(node);
              }
            });
    return leaves;
  }

  private static void removeEmpty(Element block) {
    for (Node leaf : leaves(block)) {
      if (leaf instanceof TextNode text && text.getWholeText().isEmpty()) {
        leaf.remove();
      }
    }
    for (Element mark : block.select("*:not(br):not(img)")) {
      if (!mark.equals(block) && mark.text().isBlank() && mark.selectFirst("img, br") == null) {
        mark.unwrap();
      }
    }
  }
}
