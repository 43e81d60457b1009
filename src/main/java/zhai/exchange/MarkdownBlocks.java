package zhai.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// The user's Markdown between other Markdown: it stays as it is but for what would end its record,
/// begin another one, or swallow what comes after it.
public final class MarkdownBlocks {
  private static final int MAX_NESTING = 100;

  private static final Parser PARSER =
      Parser.builder()
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .maxOpenBlockParsers(MAX_NESTING)
          .maxInlineNesting(MAX_NESTING)
          .build();

  private static final Pattern LINE_END = Pattern.compile("(?>\\r\\n|\\r|\\n)");

  private static final Pattern BARE_PREFIX = Pattern.compile("(?<=[\\r\\n])> (?=[\\r\\n])");

  private MarkdownBlocks() {}

  /// The text as a block quote; whatever it holds ends with the quote.
  public static String quoted(String markdown) {
    String ended = markdown.replaceFirst("[\\r\\n]+$", "");
    String lines = LINE_END.matcher(ended).replaceAll("$0> ");
    return "> " + BARE_PREFIX.matcher(lines).replaceAll(">");
  }

  /// The text byte for byte; if a code fence or an HTML block is still open at its end, a line more
  /// that closes it.
  public static String closed(String markdown) {
    return switch (PARSER.parse(markdown + "\n\n---\n").getLastChild()) {
      case FencedCodeBlock code -> withLine(markdown, fence(code));
      case HtmlBlock html -> withLine(markdown, htmlEnd(html.getLiteral()));
      case null, default -> markdown;
    };
  }

  /// The text with a backslash before each thematic break, heading mark and lone link that would
  /// break the record; closed.
  public static String contained(String markdown) {
    String contained = markdown;
    Set<Integer> breaks = breaks(contained);
    while (!breaks.isEmpty()) {
      contained = escapeAt(contained, breaks);
      breaks = breaks(contained);
    }
    return closed(contained);
  }

  private static String withLine(String markdown, String line) {
    return markdown + (markdown.endsWith("\n") ? "" : "\n") + line;
  }

  private static String fence(FencedCodeBlock code) {
    Integer length = code.getOpeningFenceLength();
    return code.getFenceCharacter().repeat(length == null ? 3 : length);
  }

  // CommonMark's HTML blocks of the kinds 1 to 5, each with its own end.
  private static String htmlEnd(String literal) {
    String html = literal.stripLeading().toLowerCase(Locale.ROOT);
    if (html.startsWith("<!--")) {
      return "-->";
    }
    if (html.startsWith("<?")) {
      return "?>";
    }
    if (html.startsWith("<![cdata[")) {
      return "]]>";
    }
    return html.startsWith("<!") ? ">" : "</pre>";
  }

  private static String escapeAt(String text, Set<Integer> places) {
    StringBuilder escaped = new StringBuilder(text.length() + places.size());
    int from = 0;
    for (int place : places) {
      escaped.append(text, from, place).append('\\');
      from = place;
    }
    return escaped.append(text, from, text.length()).toString();
  }

  private static Set<Integer> breaks(String markdown) {
    Set<Integer> breaks = new TreeSet<>();
    for (Node block : children(PARSER.parse(markdown))) {
      addBreaks(block, markdown, breaks);
    }
    return breaks;
  }

  private static void addBreaks(Node block, String markdown, Set<Integer> breaks) {
    switch (block) {
      // The last line: a setext heading's underline, else the only one.
      case ThematicBreak _, Heading _ ->
          breaks.add(firstMark(markdown, block.getSourceSpans().getLast()));
      case Paragraph paragraph ->
          loneLink(paragraph)
              .ifPresent(link -> breaks.add(link.getSourceSpans().getFirst().getInputIndex()));
      case ListBlock list -> children(list).forEach(item -> addBreaks(item, markdown, breaks));
      case ListItem item ->
          children(item).stream()
              .filter(child -> child instanceof ListBlock || child instanceof Paragraph)
              .forEach(child -> addBreaks(child, markdown, breaks));
      default -> {}
    }
  }

  private static Optional<Node> loneLink(Paragraph paragraph) {
    return Optional.ofNullable(paragraph.getFirstChild())
        .filter(only -> only instanceof Link && only.getNext() == null);
  }

  private static int firstMark(String markdown, SourceSpan line) {
    int index = line.getInputIndex();
    while (markdown.charAt(index) == ' ') {
      index++;
    }
    return index;
  }

  private static List<Node> children(Node parent) {
    List<Node> children = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      children.add(child);
    }
    return children;
  }
}
