package zhai.extract.site;

import zhai.extract.PageSelector;

/// An element by which a page is known as a site's, whatever its address. All marks of all sites
/// are held against every page whose address nobody knows.
///
/// @param written the whole selector, as in the file
record Mark(String written, int line, PageSelector selector) {

  /// @throws IllegalArgumentException if it is no selector, or would find something on any page
  static Mark parse(String text, int line) {
    if (!Captures.in(text).isEmpty()) {
      throw new IllegalArgumentException("a mark has no names from an address");
    }
    try {
      return new Mark(text, line, PageSelector.parse(text));
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException("'%s' is no CSS selector".formatted(text), e);
    }
  }
}
