package zhai.extract;

/// Knows how one site lays out its pages: where the asked-for answer stands, which JSON holds it,
/// which element is the wall. The implementations live in `zhai.extract.site`.
public interface SiteReader {

  /// Whether the page is this site's, by its address or by a mark that only this site makes.
  boolean knows(Page page);

  /// Reads the page. Must not change the page's document: work on a clone.
  SiteReading read(Page page);
}
