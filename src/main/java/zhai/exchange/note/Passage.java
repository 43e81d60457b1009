package zhai.exchange.note;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/// The words of one block as a passage to compare with a page: its Markdown without the marks of
/// what it stands in (indentation, `>`), of a heading, of a block's id, and without a last line of
/// hashtags. A block of nothing but links has no words.
final class Passage {
  private static final Pattern HEADING =
      Pattern.compile("\\A#{1,6}+(?:\\s++|\\z)|(?<=\\s)#++\\s*+\\z");
  private static final Pattern UNDERLINE = Pattern.compile("\\s*+(?:=++|-++)\\s*+");
  private static final Pattern BLOCK_ID = Pattern.compile("(?<![^\\s])\\^[\\w-]{1,80}+\\z");
  private static final Pattern BLANKED = Pattern.compile("[ \\t]{2,}");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");

  private Passage() {}

  /// @return empty if there are no words
  static String of(Node block, BlockLinks.Found links, NoteText text) {
    List<String> lines = lines(block, text);
    while (!lines.isEmpty() && !Hashtags.inLine(lines.getLast()).isEmpty()) {
      lines.removeLast();
    }
    String words = BLOCK_ID.matcher(String.join("\n", lines).strip()).replaceFirst("").strip();
    return WORD.matcher(besideLinks(links)).find() && WORD.matcher(words).find() ? words : "";
  }

  private static List<String> lines(Node block, NoteText text) {
    List<String> lines = new ArrayList<>();
    for (SourceSpan span : block.getSourceSpans()) {
      int end = span.getInputIndex() + span.getLength();
      String raw = text.raw().substring(span.getInputIndex(), end);
      String shown = text.shown().substring(span.getInputIndex(), end);
      String words = raw.equals(shown) ? raw : BLANKED.matcher(shown).replaceAll(" ");
      lines.add(words.strip());
    }
    if (block instanceof Heading) {
      lines.removeIf(line -> lines.size() > 1 && UNDERLINE.matcher(line).matches());
      lines.replaceAll(line -> HEADING.matcher(line).replaceAll("").strip());
    }
    return lines;
  }

  private static String besideLinks(BlockLinks.Found links) {
    StringBuilder rest = new StringBuilder();
    int from = 0;
    for (Spot spot : links.spots()) {
      int start = spot.start() - links.start();
      if (start >= from && spot.isPage()) {
        rest.append(links.words(), from, start);
        from = spot.end() - links.start();
      }
    }
    return rest.append(links.words(), from, links.words().length()).toString();
  }
}
