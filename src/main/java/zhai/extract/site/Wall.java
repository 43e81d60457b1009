package zhai.extract.site;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zhai.model.Verdict;

/// What a kind of page shows in place of its text: `VERDICT SOURCE | SENTENCE`.
///
/// @param sentence for a person
record Wall(Verdict verdict, FactSource source, String sentence) {
  private static final Pattern WRITTEN =
      Pattern.compile("(?<verdict>[\\w-]+)\\s+(?<source>.+)\\s+\\|\\s+(?<sentence>.+)");

  /// @throws IllegalArgumentException if it is not written as a wall is
  static Wall parse(String text, int line) {
    Matcher wall = WRITTEN.matcher(text);
    if (!wall.matches()) {
      throw new IllegalArgumentException("a wall is VERDICT SOURCE | SENTENCE");
    }
    Verdict verdict = verdict(wall.group("verdict"));
    return new Wall(
        verdict, FactSource.parse(wall.group("source"), line), wall.group("sentence").strip());
  }

  private static Verdict verdict(String label) {
    Verdict verdict = Verdict.ofLabel(label);
    if (verdict == Verdict.READ) {
      throw new IllegalArgumentException("'read' is no wall");
    }
    return verdict;
  }

  boolean stands(Scope scope) {
    boolean whole =
        source.pick() == null
            && source.where() instanceof FactSource.Where.Elements elements
            && elements.attribute() == null
            && elements.selection().isIn(scope.root(), scope.captured());
    return whole || source.values(scope).findFirst().isPresent();
  }
}
