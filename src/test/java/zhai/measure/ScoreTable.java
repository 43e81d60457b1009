package zhai.measure;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Prints what was measured.
final class ScoreTable {
  private final PrintStream out;

  ScoreTable(PrintStream out) {
    this.out = out;
  }

  void print(List<MeasuredPage> pages) {
    Map<String, List<MeasuredPage>> sets = Groups.bySet(pages);
    scores("set", sets);
    scores("Chinese by length", Groups.chineseByLength(pages));
    scores("by type", Groups.byType(pages));
    facts(sets);
  }

  private void scores(String title, Map<String, List<MeasuredPage>> groups) {
    if (groups.isEmpty()) {
      return;
    }
    line(
        "%-26s%5s%9s%8s%8s%8s%5s%6s%9s%10s%8s%8s%8s",
        title, "n", "F1", "P", "R", "sh4", "<.5", "empty", "by site", "F1 w/o", "ms", "median",
        "max");
    groups.forEach((name, pages) -> score(SetScore.of(name, pages)));
    out.println();
  }

  private void score(SetScore set) {
    line(
        "%-26s%5d%9.4f%8.4f%8.4f%8.4f%5d%6d%9d%10.4f%8.1f%8.1f%8.1f",
        set.name(),
        set.counted(),
        set.score().f1(),
        set.score().precision(),
        set.score().recall(),
        set.runs(),
        set.belowHalf(),
        set.empty(),
        set.ofSites(),
        set.withoutSites().f1(),
        set.times().mean(),
        set.times().median(),
        set.times().slowest());
  }

  private void facts(Map<String, List<MeasuredPage>> sets) {
    line("%-26s%-8s%5s%10s%8s%8s%10s", "facts", "", "n", "answered", "exact", "soft", "none-ok");
    sets.forEach((name, pages) -> FactScore.of(pages).forEach(fact -> fact(name, fact)));
  }

  private void fact(String set, FactScore fact) {
    String none =
        fact.none() == 0
            ? ""
            : format("%10.4f (%d)", (double) fact.noneKept() / fact.none(), fact.none());
    line(
        "%-26s%-8s%5d%10d%8.4f%8.4f%s",
        set,
        fact.fact().name().toLowerCase(Locale.ROOT),
        fact.gold(),
        fact.answered(),
        fact.exact(),
        fact.soft(),
        none);
  }

  /// The pages with the least F1, the worst first.
  void worst(List<MeasuredPage> pages, int count) {
    out.println();
    line("%-32s%8s%8s%8s%8s%8s  %s", "worst", "F1", "P", "R", "F1 w/o", "ms", "verdict");
    pages.stream()
        .sorted(Comparator.comparingDouble(page -> page.score().score().f1()))
        .limit(count)
        .forEach(this::page);
  }

  private void page(MeasuredPage page) {
    Score score = page.score().score();
    line(
        "%-32s%8.4f%8.4f%8.4f%8.4f%8.1f  %s",
        page.gold().id(),
        score.f1(),
        score.precision(),
        score.recall(),
        page.general().score().f1(),
        page.millis(),
        page.reading().verdict().label());
  }

  private void line(String format, Object... values) {
    out.println(format(format, values));
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
