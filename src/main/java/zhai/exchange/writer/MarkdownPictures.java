package zhai.exchange.writer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// The pictures in a Markdown text under other addresses; every other character stays.
final class MarkdownPictures {
  private static final int MAX_NESTING = 64;

  private static final Parser PARSER =
      Parser.builder()
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .maxOpenBlockParsers(MAX_NESTING)
          .maxInlineNesting(MAX_NESTING)
          .build();

  private MarkdownPictures() {}

  /// @param place the new address of a picture, without white space and brackets; empty leaves it
  static String moved(String markdown, Function<String, Optional<String>> place) {
    List<Image> images = new ArrayList<>();
    PARSER
        .parse(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Image image) {
                images.add(image);
                visitChildren(image);
              }
            });
    StringBuilder text = new StringBuilder(markdown);
    images.stream()
        .filter(image -> image.getSourceSpans().size() == 1)
        .sorted(Comparator.comparingInt(MarkdownPictures::start).reversed())
        .forEach(
            image -> place.apply(image.getDestination()).ifPresent(it -> move(image, it, text)));
    return text.toString();
  }

  private static int start(Image image) {
    return image.getSourceSpans().getFirst().getInputIndex();
  }

  /// The address stands behind the last `](` of the picture, unless it is written in another way.
  private static void move(Image image, String place, StringBuilder text) {
    SourceSpan span = image.getSourceSpans().getFirst();
    int end = span.getInputIndex() + span.getLength();
    int from = text.lastIndexOf("](", end - 1) + 2;
    if (from > span.getInputIndex() + 1 && text.charAt(end - 1) == ')') {
      text.replace(from, end - 1, place);
    }
  }
}
