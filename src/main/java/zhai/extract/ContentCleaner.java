package zhai.extract;

import org.jsoup.nodes.Element;

/// Any element → a `<div>` that holds only what the allow-list knows.
///
/// First what pages do to hide their content is undone, one matter at a time, on a copy; then the
/// blocks are built anew by {@link FlowBuilder}. Most articles have nothing of most matters: an
/// index of the copy as it came says so without a walk for each.
final class ContentCleaner {
  /// What is never content, with everything in it.
  private static final PageSelector DROPPED =
      PageSelector.parse(
          "script, style, template, head, link, meta, title, object, embed[type*=flash], applet,"
              + " svg, canvas, map, area, dialog, select, option, datalist, textarea, input,"
              + " button, frame, frameset, param, source:not(picture source):not(video"
              + " source):not(audio source), rp, [hidden], [style~=(?i)display\\s*:\\s*none]");

  private ContentCleaner() {}

  static Element clean(Element main, String baseAddress) {
    Element copy = new Element("div");
    copy.setBaseUri(baseAddress);
    copy.appendChildren(main.clone().childNodes());
    PageIndex came = PageIndex.of(copy);
    FormulaFinder.resolve(copy, came);
    ImageFinder.resolve(came);
    FootnoteFinder.resolve(copy, came);
    came.find(DROPPED).toList().forEach(Element::remove);
    CodeFinder.resolve(copy, came);
    return FlowBuilder.build(copy);
  }
}
