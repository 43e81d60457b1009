package zhai.extract;

import java.util.List;
import org.jsoup.nodes.Element;

/// Builds clean figures (pictures or other blocks with a caption) and folded sections.
final class FigureCleaner {
  private FigureCleaner() {}

  /// The figure, or only its blocks if it has neither a picture nor a caption.
  static List<Element> figure(Element source, int depth) {
    Element captionSource = source.selectFirst("figcaption");
    Element caption = new Element("figcaption");
    if (captionSource != null) {
      FlowBuilder.fillInline(caption, captionSource);
      captionSource.remove();
    }
    Element figure = FlowBuilder.fill(new Element("figure"), source, depth);
    if (figure.selectFirst("img") == null && caption.childNodeSize() == 0) {
      return List.copyOf(figure.children());
    }
    figure.children().stream().filter(FigureCleaner::isPicture).forEach(Element::unwrap);
    if (caption.childNodeSize() > 0) {
      figure.appendChild(caption);
    }
    return List.of(figure);
  }

  private static boolean isPicture(Element block) {
    return block.nameIs("p") && block.text().isBlank();
  }

  static Element details(Element source, int depth) {
    Element details = new Element("details");
    Element summarySource = source.selectFirst("> summary");
    if (summarySource != null) {
      Element summary = FlowBuilder.fillInline(new Element("summary"), summarySource);
      summarySource.remove();
      if (summary.childNodeSize() > 0) {
        details.appendChild(summary);
      }
    }
    return FlowBuilder.fill(details, source, depth);
  }
}
