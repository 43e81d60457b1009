package zhai.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Adds to the chosen blocks what a reader takes with them, whatever it looks like by itself: the
/// footnotes that they call, the terms whose definitions they are, the other cells of their table,
/// and the day on which a letter was signed.
final class Companions {
  /// A table of data of which more than this share was chosen is read whole.
  private static final double MOST = 0.5;

  private final PageMap map;
  private final BitSet chosen;

  private Companions(PageMap map, BitSet chosen) {
    this.map = map;
    this.chosen = chosen;
  }

  static void join(PageMap map, BitSet chosen) {
    var companions = new Companions(map, chosen);
    companions.joinNotes();
    companions.joinTerms();
    companions.joinCells();
    companions.joinClosingDays();
  }

  private void joinNotes() {
    List<Region> calls =
        map.regions().stream()
            .filter(region -> chosen.get(region.from()) && FootnoteFinder.isCall(region.element()))
            .toList();
    if (calls.isEmpty()) {
      return;
    }
    Map<String, Region> targets = new HashMap<>();
    for (Region region : map.regions()) {
      targets.putIfAbsent(FootnoteFinder.targetName(region.element()), region);
    }
    for (Region call : calls) {
      String name = FootnoteFinder.calledName(call.element());
      Region target = name.isEmpty() ? null : targets.get(name);
      if (target != null) {
        joinNote(target, call.element().text().strip());
      }
    }
  }

  private void joinNote(Region target, String sign) {
    Element note = FootnoteNote.around(target.element(), sign);
    @Nullable Region region = target;
    while (region != null && region.element() != note) {
      region = region.parent();
    }
    if (region != null) {
      chosen.set(region.from(), region.to());
    }
  }

  /// The terms right before a definition of which something was chosen.
  private void joinTerms() {
    List<Region> terms = new ArrayList<>();
    boolean defined = false;
    for (Region region : map.regions()) {
      if (region.element().nameIs("dt")) {
        if (defined) {
          terms.clear();
          defined = false;
        }
        terms.add(region);
      } else if (region.element().nameIs("dd")) {
        defined = true;
        if (holdsChosen(region)) {
          terms.stream()
              .filter(term -> term.parent() == region.parent())
              .forEach(term -> chosen.set(term.from(), term.to()));
        }
      }
    }
  }

  /// The cells of a table of data: one by one they look like a menu's entries (F1, 0.61), and
  /// without one the others of its row would stand under the wrong heads.
  private void joinCells() {
    double[] taken = new double[map.blocks().size() + 1];
    for (int i = 0; i < map.blocks().size(); i++) {
      taken[i + 1] = taken[i] + (chosen.get(i) ? map.blocks().get(i).weight() : 0);
    }
    for (Region region : map.regions()) {
      if (region.element().nameIs("table")
          && (isMost(taken, region) || (holdsChosen(region) && isMost(taken, region.parent())))
          && TableCleaner.isData(region.element())) {
        chosen.set(region.from(), region.to());
      }
    }
  }

  private boolean isMost(double[] taken, @Nullable Region region) {
    return region != null && taken[region.to()] - taken[region.from()] > map.weight(region) * MOST;
  }

  /// Days that stand alone in a paragraph under a chosen one, after the text has begun: `二〇一九年五月一日`
  /// at the end of an announcement. Above the text such a line is the page's own date.
  private void joinClosingDays() {
    boolean begun = false;
    for (int i = 1; i < map.blocks().size(); i++) {
      Block before = map.blocks().get(i - 1);
      begun = begun || (chosen.get(i - 1) && before.isProse());
      if (begun && chosen.get(i - 1) && isDayUnder(before, map.blocks().get(i))) {
        chosen.set(i);
      }
    }
  }

  private static boolean isDayUnder(Block before, Block block) {
    Region paragraph = block.region();
    boolean alike =
        paragraph.parent() == before.region().parent()
            && paragraph.tag().equals(before.region().tag())
            && !Trait.HIDDEN.in(paragraph.traits());
    return alike && block.linkWeight() == 0 && DateText.isDay(block.text());
  }

  private boolean holdsChosen(Region region) {
    int first = chosen.nextSetBit(region.from());
    return first >= 0 && first < region.to();
  }
}
