package zhai.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The pages by what they are: a page can be in several groups.
final class Groups {
  /// All Chinese pages of all sets.
  static final String ALL_CHINESE = "~all-zh";

  private static final int SHORT_CHARACTERS = 300;
  private static final int LONG_CHARACTERS = 1000;

  private Groups() {}

  static Map<String, List<MeasuredPage>> bySet(List<MeasuredPage> pages) {
    Map<String, List<MeasuredPage>> groups = new TreeMap<>();
    for (MeasuredPage page : pages) {
      add(groups, page.gold().set(), page);
      if (page.gold().lang().equals("zh")) {
        add(groups, ALL_CHINESE, page);
      }
    }
    return groups;
  }

  /// Sets of one type only are left out.
  static Map<String, List<MeasuredPage>> byType(List<MeasuredPage> pages) {
    Map<String, List<MeasuredPage>> groups = new TreeMap<>();
    for (var set : bySet(pages).entrySet()) {
      long types = set.getValue().stream().map(page -> page.gold().type()).distinct().count();
      for (MeasuredPage page : set.getValue()) {
        if (types > 1 && !set.getKey().equals(ALL_CHINESE) && page.gold().type() != null) {
          add(groups, set.getKey() + "/" + page.gold().type(), page);
        }
      }
    }
    return groups;
  }

  /// Chinese pages by the length of their text in characters, and forums apart.
  static Map<String, List<MeasuredPage>> chineseByLength(List<MeasuredPage> pages) {
    Map<String, List<MeasuredPage>> groups = new TreeMap<>();
    for (MeasuredPage page : pages) {
      GoldPage gold = page.gold();
      if (gold.lang().equals("zh") && gold.snippets() == null) {
        add(groups, gold.isForum() ? "zh, forum" : lengthClass(gold.text()), page);
      }
    }
    return groups;
  }

  private static String lengthClass(String text) {
    int characters = text.codePointCount(0, text.length());
    return characters < SHORT_CHARACTERS
        ? "zh, < " + SHORT_CHARACTERS
        : characters <= LONG_CHARACTERS
            ? "zh, " + SHORT_CHARACTERS + "-" + LONG_CHARACTERS
            : "zh, > " + LONG_CHARACTERS;
  }

  private static void add(Map<String, List<MeasuredPage>> groups, String name, MeasuredPage page) {
    groups.computeIfAbsent(name, _ -> new ArrayList<>()).add(page);
  }
}
