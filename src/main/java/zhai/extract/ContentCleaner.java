package zhai.extract;

import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/// Any element → a `<div>` that holds only what the allow-list knows.
///
/// First what pages do to hide their content is undone, one matter at a time, on a copy; then the
/// blocks are built anew by {@link FlowBuilder}.
final class ContentCleaner {
  /// What is never content, with everything in it.
  private static final Evaluator DROPPED =
      Selector.evaluatorOf(
          "script, style, template, head, link, meta, title, object, embed[type*=flash], applet,"
              + " svg, canvas, map, area, dialog, select, option, datalist, textarea, input,"
              + " button, frame, frameset, param, source:not(picture source):not(video"
              + " source):not(audio source), rp, [hidden], [style~=(?i)display\\s*:\\s*none]");

  private ContentCleaner() {}

  static Element clean(Element main, String baseAddress) {
    Element copy = new Element("div");
    copy.setBaseUri(baseAddress);
    copy.appendChildren(main.clone().childNodes());
    FormulaFinder.resolve(copy);
    ImageFinder.resolve(copy);
    FootnoteFinder.resolve(copy);
    copy.select(DROPPED).remove();
    CodeFinder.resolve(copy);
    return FlowBuilder.build(copy);
  }
}
