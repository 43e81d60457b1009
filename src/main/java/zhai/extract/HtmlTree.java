package zhai.extract;

import java.util.Iterator;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/// An HTML text as a tree, no larger than what pages of use need.
///
/// A few letters can stand for many elements: each `<p>` after twelve open `<b>` gets twelve of its
/// own, and two megabytes of `<table>` are half a million elements. Everything that reads a page
/// walks over its tree, and where it looks at what is around an element or in it, an element costs
/// as much as it is deep. So the tree is bounded in its depth, where elements deeper than {@link
/// #MAX_DEPTH} become siblings, in its number of elements, and in the sum of their depths. The
/// parser stops at the bound: what was built by then is the page, the rest is left unread.
///
/// @param whole whether the end of the text was reached
record HtmlTree(Document document, boolean whole) {
  /// Of 680 real pages the richest has 10,000; an encyclopedia's longest lists come to 60,000.
  static final int MAX_ELEMENTS = 100_000;

  /// Of all elements together: 20 for each of {@link #MAX_ELEMENTS}. Of 680 real pages the largest
  /// has 150,000.
  static final int MAX_DEPTHS = 2_000_000;

  /// Of 680 real pages the deepest has 54.
  static final int MAX_DEPTH = 256;

  /// Parses; never fails, whatever the text.
  ///
  /// @param address what relative links are resolved against
  /// @throws Interruption if nobody waits for the page any more
  static HtmlTree parse(String html, String address) {
    return grow(Parser.htmlParser().setMaxDepth(MAX_DEPTH), html, address);
  }

  /// The same of XML.
  static HtmlTree parseXml(String xml, String address) {
    return grow(Parser.xmlParser().setMaxDepth(MAX_DEPTH), xml, address);
  }

  private static HtmlTree grow(Parser parser, String text, String address) {
    try (StreamParser growing = new StreamParser(parser).parse(text, address)) {
      Iterator<Element> finished = growing.iterator();
      int elements = 0;
      int depths = 0;
      while (elements < MAX_ELEMENTS && depths < MAX_DEPTHS && finished.hasNext()) {
        elements++;
        depths += depth(finished.next());
        Interruption.check();
      }
      return new HtmlTree(growing.document(), elements < MAX_ELEMENTS && depths < MAX_DEPTHS);
    }
  }

  private static int depth(Element element) {
    int depth = 0;
    for (Element parent = element.parent(); parent != null; parent = parent.parent()) {
      depth++;
    }
    return depth;
  }
}
