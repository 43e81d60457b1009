package zhai.exchange.note;

import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// What a piece of Markdown says, without its signs.
final class PlainText {
  private PlainText() {}

  static String of(Node parent) {
    StringBuilder said = new StringBuilder();
    add(parent, said);
    return said.toString().strip();
  }

  private static void add(Node parent, StringBuilder said) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      switch (child) {
        case Text text -> said.append(text.getLiteral());
        case Code code -> said.append(code.getLiteral());
        case SoftLineBreak _, HardLineBreak _ -> said.append(' ');
        default -> add(child, said);
      }
    }
  }
}
