package zhai.exchange;

import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import zhai.model.Tag;

/// Text that must stay text, as Markdown. Only what Markdown, its maths, MDX or Obsidian would read
/// as something else is escaped, so that an ordinary title stays as it is.
public final class MarkdownText {
  private static final Pattern SPECIAL =
      Pattern.compile(
          "[\\\\`*\\[\\]<~$|{}]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])|&(?=#?\\w+;)|%(?=%)|=(?==)");

  private static final Pattern SPECIAL_IN_ADDRESS = Pattern.compile("[\\\\()<>]|&(?=#?\\w+;)");

  private static final Parser PARSER =
      Parser.builder().maxOpenBlockParsers(100).maxInlineNesting(100).build();

  private MarkdownText() {}

  /// One line of plain text, for the middle of a line.
  public static String escape(String line) {
    return SPECIAL.matcher(line).replaceAll("\\\\$0");
  }

  /// An address, for the round brackets of a link. What no address holds (white space, controls) is
  /// percent-encoded, the rest comes out of a Markdown parser as it went in.
  public static String destination(String address) {
    return SPECIAL_IN_ADDRESS.matcher(WebLinks.encoded(address)).replaceAll("\\\\$0");
  }

  /// What a link's own Markdown says as plain text; empty if between square brackets it would not
  /// be a link's text, and no more than that.
  public static Optional<String> plain(String label) {
    Node paragraph = PARSER.parse("[" + label + "](http://a)").getFirstChild();
    boolean lone =
        paragraph != null
            && paragraph.getNext() == null
            && paragraph.getFirstChild() instanceof Link link
            && link.getNext() == null
            && link.getDestination().equals("http://a");
    return lone ? Optional.of(Characters.oneLine(said(paragraph))) : Optional.empty();
  }

  private static String said(Node parent) {
    StringBuilder said = new StringBuilder();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      said.append(
          switch (child) {
            case Text text -> text.getLiteral();
            case Code code -> code.getLiteral();
            case SoftLineBreak _, HardLineBreak _ -> " ";
            default -> said(child);
          });
    }
    return said.toString();
  }

  /// `#label`, one word whatever is in the label; empty if nothing in it can be seen, since a lone
  /// `#` would be a heading.
  public static String hashtag(Tag tag) {
    String word = Characters.oneLine(tag.label()).replaceAll("[\\s\\p{Z}]+", "-");
    String label = word.replaceFirst("^#+", "");
    return label.isEmpty() ? "" : "#" + escape(label);
  }
}
