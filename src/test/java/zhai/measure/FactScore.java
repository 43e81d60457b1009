package zhai.measure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How well one fact of a group's pages was found.
///
/// @param gold pages that state it
/// @param answered of them, those for which something was given
/// @param exact share of them that is right to the letter
/// @param soft share of them that is right
/// @param none pages that do not state it, by the word of those who looked
/// @param noneKept of them, those for which nothing was given
record FactScore(
    FactMatch fact, long gold, long answered, double exact, double soft, long none, long noneKept) {

  static List<FactScore> of(List<MeasuredPage> pages) {
    List<FactScore> facts = new ArrayList<>();
    for (FactMatch fact : FactMatch.values()) {
      FactScore score = of(fact, pages);
      if (score.gold > 0) {
        facts.add(score);
      }
    }
    return facts;
  }

  private static FactScore of(FactMatch fact, List<MeasuredPage> pages) {
    List<String[]> stated = new ArrayList<>();
    List<String> given = new ArrayList<>();
    for (MeasuredPage page : pages) {
      String gold = gold(fact, page.gold());
      String answer = answer(fact, page.reading());
      if (gold != null && gold.isEmpty()) {
        given.add(answer);
      } else if (gold != null) {
        stated.add(new String[] {gold, answer});
      }
    }
    return new FactScore(
        fact,
        stated.size(),
        stated.stream().filter(pair -> !pair[1].isEmpty()).count(),
        share(stated, stated.stream().filter(pair -> fact.isExact(pair[0], pair[1])).count()),
        share(stated, stated.stream().filter(pair -> fact.isSoft(pair[0], pair[1])).count()),
        given.size(),
        given.stream().filter(String::isEmpty).count());
  }

  private static double share(List<?> all, long some) {
    return all.isEmpty() ? 0 : (double) some / all.size();
  }

  private static @Nullable String gold(FactMatch fact, GoldPage page) {
    return switch (fact) {
      case TITLE -> page.title();
      case AUTHOR -> page.author();
      case DATE -> page.date();
    };
  }

  private static String answer(FactMatch fact, Reading reading) {
    return switch (fact) {
      case TITLE -> reading.title();
      case AUTHOR -> reading.author();
      case DATE -> reading.date();
    };
  }
}
