package zhai.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Takes out of the pages of a paper what stands at the edge of each: running heads, footers, page
/// numbers. A line is one if lines that differ from it only in their digits stand at the edge of
/// many pages; a number alone is one always.
final class RunningHeads {
  /// How many lines at the top and at the bottom are looked at.
  private static final int EDGE = 2;

  private static final int MIN_PAGES = 3;
  private static final double MIN_SHARE = 0.3;
  private static final int MAX_LENGTH = 160;

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?i)[-–—·\\s]*(?:page\\s*|p\\.\\s*|第\\s*)?\\d{1,4}(?:\\s*(?:/|of|页|頁)\\s*\\d{0,4})?[-–—·\\s]*");

  private RunningHeads() {}

  /// @param pages the lines of each page, empty ones among them; changed
  static void drop(List<List<String>> pages) {
    Map<String, Integer> seen = new HashMap<>();
    for (List<String> page : pages) {
      edges(page).stream()
          .map(at -> shape(page.get(at)))
          .distinct()
          .forEach(shape -> seen.merge(shape, 1, Integer::sum));
    }
    double enough = Math.max(MIN_PAGES, pages.size() * MIN_SHARE);
    for (List<String> page : pages) {
      for (int at : edges(page)) {
        String line = page.get(at);
        boolean running = seen.getOrDefault(shape(line), 0) >= enough;
        if (NUMBER.matcher(line).matches() || (running && line.length() <= MAX_LENGTH)) {
          page.set(at, "");
        }
      }
    }
  }

  private static List<Integer> edges(List<String> page) {
    List<Integer> filled = new ArrayList<>();
    for (int i = 0; i < page.size(); i++) {
      if (!page.get(i).isBlank()) {
        filled.add(i);
      }
    }
    if (filled.size() <= 2 * EDGE) {
      return filled;
    }
    List<Integer> edges = new ArrayList<>(filled.subList(0, EDGE));
    edges.addAll(filled.subList(filled.size() - EDGE, filled.size()));
    return edges;
  }

  private static String shape(String line) {
    return line.strip().replaceAll("\\d+", "#").replaceAll("\\s+", " ");
  }
}
