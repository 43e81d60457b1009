package zhai.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import zhai.exchange.JsonText;
import zhai.index.Facet;
import zhai.index.Facets;

/// Prints what the matches of a query have in common: a table, or one JSON object.
record FacetPrinter(Printer printer, boolean json) {

  void print(Facets facets) {
    if (json) {
      printer.json(JsonText.write(object(facets)));
      return;
    }
    facets.facets().forEach(this::table);
    printer.remark(facets.total() == 1 ? "1 bookmark." : "%d bookmarks.".formatted(facets.total()));
  }

  private void table(Facet facet) {
    String head = facet.property().label();
    for (Facet.Count count : facet.counts()) {
      printer.line(
          new Line()
              .strong("%-10s".formatted(head))
              .plain("%6d  %s".formatted(count.bookmarks(), oneLine(count.value()))));
      head = "";
    }
    if (facet.others() > 0) {
      printer.line(new Line().faint(" ".repeat(16) + "  and %d more".formatted(facet.others())));
    }
  }

  private static String oneLine(String value) {
    return value.replaceAll("\\s+", " ");
  }

  private static ObjectNode object(Facets facets) {
    ObjectNode object = JsonText.object();
    object.put("total", facets.total());
    for (Facet facet : facets.facets()) {
      ArrayNode counts = object.putArray(facet.property().label());
      facet
          .counts()
          .forEach(count ->
              counts.addObject().put("value", count.value()).put("bookmarks", count.bookmarks()));
    }
    return object;
  }
}
