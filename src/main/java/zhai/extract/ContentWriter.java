package zhai.extract;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import zhai.model.Content;

/// An element of a parsed page → the three forms of {@link Content}, all saying the same.
///
/// The page is rebuilt, not filtered: {@link ContentCleaner} makes a new tree that can hold only
/// what the allow-list knows, and Markdown and text are written from that tree. So whatever the
/// page hides (lazy images, formulas drawn as pictures, line-number columns) is resolved once, and
/// nothing that is not in the HTML form can be in the other two. Cleaning a cleaned tree changes
/// nothing.
public final class ContentWriter {
  private ContentWriter() {}

  /// Writes one element's content.
  ///
  /// @param main not changed; its own tag does not matter, only what is in it
  /// @param baseAddress what relative addresses are relative to; if it is no address, they are
  ///   dropped and their text is kept
  public static Content write(Element main, String baseAddress) {
    Element clean = ContentCleaner.clean(main, baseAddress);
    String markdown = MarkdownWriter.write(clean);
    String text = TextWriter.write(clean);
    return new Content(html(clean), markdown, text);
  }

  /// The HTML form of an article with only what the allow-list knows, whoever wrote it. One that
  /// {@link #write} wrote stays as it is, and cleaning twice is cleaning once.
  public static String cleaned(String html) {
    return html(ContentCleaner.clean(HtmlTree.parse(html, "").document().body(), ""));
  }

  /// @param clean empty afterwards
  static String html(Element clean) {
    Document document = Document.createShell("");
    document.outputSettings().prettyPrint(false);
    document.body().appendChildren(List.copyOf(clean.childNodes()));
    StringBuilder html = new StringBuilder();
    for (Element block : document.body().children()) {
      html.append(html.isEmpty() ? "" : "\n").append(block.outerHtml());
    }
    return html.toString();
  }
}
