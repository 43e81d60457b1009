package zhai.model;

/// An article's body in the three forms that the rest of the program needs; all say the same.
///
/// @param html semantic HTML from the extractor's allow-list: no scripts, styles, forms or handlers
/// @param markdown CommonMark with GFM tables, fenced code, `$…$` formulas
/// @param text the plain text, blocks separated by line breaks; what is searched and what anchors
///   point into
public record Content(String html, String markdown, String text) {
  public static final Content EMPTY = new Content("", "", "");
}
