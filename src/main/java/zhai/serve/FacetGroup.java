package zhai.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import zhai.exchange.Characters;
import zhai.index.Facet;
import zhai.index.Facets;
import zhai.query.Field;
import zhai.query.Query;

/// What the matches of a query have in common, each value a link to the query with it.
///
/// @param more how many values are not named; empty if none
record FacetGroup(String name, List<Link> values, String more) {

  static List<FacetGroup> of(Facets facets, String query) {
    List<FacetGroup> groups = new ArrayList<>();
    for (Facet facet : facets.facets()) {
      List<Link> values = new ArrayList<>();
      for (Facet.Count count : facet.counts()) {
        part(facet.property(), count.value())
            .map(part -> query.isBlank() ? part : query + " " + part)
            .ifPresent(asked -> values.add(link(count, asked)));
      }
      groups.add(
          new FacetGroup(
              facet.property().label(),
              values,
              facet.others() == 0 ? "" : "and %d more".formatted(facet.others())));
    }
    return groups;
  }

  private static Link link(Facet.Count count, String query) {
    return new Link(
        Characters.oneLine(count.value()),
        Link.asking("/", query),
        Long.toString(count.bookmarks()));
  }

  /// What the query language says for it.
  private static Optional<String> part(Facet.Property property, String value) {
    return switch (property) {
      case TAG -> Optional.of(in(Field.TAG, value));
      case SITE -> Optional.of(in(Field.SITE, value));
      case AUTHOR -> Optional.of(in(Field.AUTHOR, value));
      case LANGUAGE -> Optional.of(in(Field.LANG, value));
      case YEAR -> Optional.of("published:" + value);
      case STATE -> Optional.of("is:" + value.toLowerCase(Locale.ROOT));
    };
  }

  private static String in(Field field, String value) {
    return new Query.In(field, new Query.Phrase(value)).toString();
  }
}
