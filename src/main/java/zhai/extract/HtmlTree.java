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
/// walks over its tree, so the tree is what has to be bounded: in depth, where elements deeper than
/// {@link #MAX_DEPTH} become siblings, and in size, where the parser stops after {@link
/// #MAX_ELEMENTS}. What was built by then is the page; the rest is left unread.
///
/// @param whole whether the end of the text was reached
record HtmlTree(Document document, boolean whole) {
  /// Of 700 real pages the richest has 10,000; an encyclopedia's longest lists come to 60,000.
  static final int MAX_ELEMENTS = 100_000;

  /// No article nests its text this deep.
  static final int MAX_DEPTH = 256;

  /// Parses; never fails, whatever the text.
  ///
  /// @param address what relative links are resolved against
  static HtmlTree parse(String html, String address) {
    Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
    try (StreamParser growing = new StreamParser(parser).parse(html, address)) {
      Iterator<Element> finished = growing.iterator();
      int count = 0;
      while (count < MAX_ELEMENTS && finished.hasNext()) {
        finished.next();
        count++;
        Interruption.check();
      }
      return new HtmlTree(growing.document(), count < MAX_ELEMENTS);
    }
  }
}
