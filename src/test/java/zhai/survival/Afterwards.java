package zhai.survival;

import java.util.ArrayList;
import java.util.List;
import zhai.cli.Zhai;

/// What a person finds when they go on after something went wrong: four ordinary commands, and what
/// of them is not as it was promised.
///
/// @param lost addresses that were called stored and are not there with all their words
/// @param doubled addresses that are there twice, or have a word twice
/// @param unsound what `check --read-data` said, if not that all is well
/// @param stuck commands that did not do their work at the first call
record Afterwards(
    List<String> lost, List<String> doubled, List<String> unsound, List<String> stuck) {

  /// Every note that the suites write has this word.
  static final String WORD = "klangholz";

  private static final String ALL = "1000000";

  static Afterwards of(Zhai zhai, Ledger ledger) {
    List<String> stuck = new ArrayList<>();
    Zhai.Ran status = zhai.run("status", "--json");
    if (status.code() == 10 && ledger.isEmpty()) {
      return new Afterwards(List.of(), List.of(), List.of(), stuck);
    }
    if (status.code() != 0 || status.out().contains("\"unindexed\":-")) {
      stuck.add("status: " + status);
    }
    Zhai.Ran search = zhai.run("search", "--json", "--limit", ALL, WORD);
    if (search.code() != 0 || !ledger.lost(Kept.parse(search.out())).isEmpty()) {
      stuck.add("search: " + search.err() + ledger.lost(Kept.parse(search.out())));
    }
    Zhai.Ran check = zhai.run("check", "--read-data");
    boolean sound = check.code() == 0 && !check.out().contains("the index");
    List<Kept> library = Kept.parse(zhai.run("list", "--json", "--limit", ALL).out());
    return new Afterwards(
        ledger.lost(library),
        Ledger.doubled(library),
        sound ? List.of() : List.of(check.out() + check.err()),
        stuck);
  }

  /// Whether all is well, be it that `check` found the index wrong and made it right.
  boolean isWellOrHealed() {
    boolean sound = unsound.stream().allMatch(it -> it.endsWith("The library is sound.\n"));
    return lost.isEmpty() && doubled.isEmpty() && sound && stuck.isEmpty();
  }

  boolean isWell() {
    return lost.isEmpty() && doubled.isEmpty() && unsound.isEmpty() && stuck.isEmpty();
  }
}
