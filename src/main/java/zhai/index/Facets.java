package zhai.index;

import java.util.List;

/// What the matches of a query have in common.
///
/// @param total how many matches there are
/// @param facets those that have values, in the order of {@link Facet.Property}
public record Facets(long total, List<Facet> facets) {
  /// Nothing was found.
  public static final Facets NONE = new Facets(0, List.of());

  public Facets {
    facets = List.copyOf(facets);
  }
}
