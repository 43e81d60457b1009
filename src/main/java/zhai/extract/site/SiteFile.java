package zhai.extract.site;

import java.util.List;

/// The rules for one site.
///
/// @param name of the file, as it was given to be shown
/// @param site the site's own name; empty if the file says none
public record SiteFile(String name, String site, List<PageKind> kinds) {
  /// How its pages are known: address patterns and marks of all sections, as written.
  public List<String> places() {
    return kinds.stream()
        .flatMap(kind ->
            java.util.stream.Stream.concat(
                kind.recognition().matches().stream().map(PageKind.Match::written),
                kind.recognition().marks().stream().map(Mark::written)))
        .distinct()
        .toList();
  }
}
