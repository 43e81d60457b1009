package zhai.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import zhai.index.Explanation;
import zhai.index.Explanation.Points;
import zhai.index.Explanation.SoughtWord;
import zhai.query.Field;

/// Says why a hit is where it is.
///
/// ```text
/// why: 9.31 = 4.20 words + 2.11 pairs of characters + 3.00 has everything
///      知识蒸馏: title, text 3×; in 3 of 120 bookmarks
/// ```
final class ExplanationPrinter {
  private static final String WHY = "why: ";

  private ExplanationPrinter() {}

  /// The lines, one below the other.
  static List<String> lines(Explanation why) {
    List<String> lines = new ArrayList<>();
    lines.add(WHY + sum(why));
    why.words().forEach(word -> lines.add(" ".repeat(WHY.length()) + said(word, why)));
    return lines;
  }

  /// Rounded so that the sum is right to the last digit.
  private static String sum(Explanation why) {
    if (why.points().isEmpty()) {
      return "sorted, not ranked";
    }
    List<String> summands = new ArrayList<>();
    double sum = 0;
    double shown = 0;
    for (Points points : why.points()) {
      sum += points.points();
      double share = Math.rint(sum * 100) / 100 - shown;
      shown += share;
      summands.add(decimal(share) + " " + points.name());
    }
    return decimal(sum) + " = " + String.join(" + ", summands);
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }

  private static String said(SoughtWord word, Explanation why) {
    String places =
        word.places().entrySet().stream()
            .map(ExplanationPrinter::place)
            .collect(Collectors.joining(", "));
    return "%s: %s; in %d of %d bookmarks"
        .formatted(
            word.typed() ? word.said() : word.said() + " (in other words)",
            places.isEmpty() ? "not here" : places,
            word.bookmarks(),
            why.bookmarks());
  }

  private static String place(Map.Entry<Field, Integer> place) {
    Field field = place.getKey();
    String times = place.getValue() == 1 ? "" : " " + place.getValue() + "×";
    boolean own = field == Field.NOTE || field == Field.EXCERPT;
    String more = own ? " (weighs " + Explanation.OWN_WORDS + "×)" : "";
    return field.label() + times + more;
  }

  static void add(ObjectNode object, Explanation why) {
    ArrayNode parts = object.putArray("parts");
    why.points()
        .forEach(one -> parts.addObject().put("name", one.name()).put("points", one.points()));
    ArrayNode words = object.putArray("words");
    for (SoughtWord word : why.words()) {
      ObjectNode one = words.addObject().put("word", word.said()).put("typed", word.typed());
      ObjectNode places = one.putObject("places");
      word.places().forEach((field, times) -> places.put(field.label(), times));
      one.put("bookmarks", word.bookmarks());
    }
    object.put("bookmarks", why.bookmarks());
  }
}
