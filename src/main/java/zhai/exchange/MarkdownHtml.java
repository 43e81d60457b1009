package zhai.exchange;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/// The user's Markdown as HTML for a page that must not reach out: raw HTML shown as text, only
/// http and https links, an image as a link to it, headings as strong lines below the page's own.
public final class MarkdownHtml {
  private static final int MAX_NESTING = 64;

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .maxOpenBlockParsers(MAX_NESTING)
          .maxInlineNesting(MAX_NESTING)
          .build();

  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .extensions(List.of(TablesExtension.create()))
          .escapeHtml(true)
          .sanitizeUrls(true)
          .nodeRendererFactory(QuietNodes::new)
          .build();

  private MarkdownHtml() {}

  public static String render(String markdown) {
    // Once more behind it, since `&#xFFFE;` was no such character before it was rendered.
    return Characters.printable(RENDERER.render(PARSER.parse(Characters.printable(markdown))));
  }

  /// The nodes that would reach out of the page or break its outline.
  private record QuietNodes(HtmlNodeRendererContext context) implements NodeRenderer {
    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Link.class, Image.class, Heading.class);
    }

    @Override
    public void render(Node node) {
      switch (node) {
        case Link link -> renderLink(link.getDestination(), link);
        case Image image -> renderLink(image.getDestination(), image);
        case Heading heading -> renderWithin("p", Map.of("class", "heading"), heading);
        default -> throw new IllegalArgumentException("not asked for: " + node);
      }
    }

    private void renderLink(String address, Node link) {
      if (WebLinks.isWeb(address)) {
        renderWithin("a", Map.of("href", address), link);
      } else {
        renderWithin("span", Map.of(), link);
      }
    }

    private void renderWithin(String tag, Map<String, String> attributes, Node parent) {
      HtmlWriter out = context.getWriter();
      out.tag(tag, attributes);
      for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
        context.render(child);
      }
      out.tag("/" + tag);
    }
  }
}
