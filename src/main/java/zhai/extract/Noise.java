package zhai.extract;

import java.util.HashSet;
import java.util.Set;

/// What a line says that stands around articles, by its words; the lists are in `noise.txt`. The
/// names of its elements are {@link NameList}'s.
final class Noise {
  private static final RuleFile RULES = RuleFile.open("noise.txt");
  private static final Set<String> HEADINGS = new HashSet<>();

  /// Their {@link TextKey}s, by which most lines are seen to be none.
  private static final Set<Long> HEADING_KEYS = new HashSet<>();

  static {
    for (String heading : RULES.section("headings")) {
      HEADINGS.add(TextKey.letters(heading));
      HEADING_KEYS.add(TextKey.of(heading));
    }
  }

  private static final LineRules DRESSING = LineRules.of(RULES.section("lines"));
  private static final LineRules LEGAL = LineRules.of(RULES.section("legal"));
  private static final LineRules BYLINES = LineRules.of(RULES.section("bylines"));
  private static final LineRules DATES = LineRules.of(RULES.section("dates"));

  private final LineRules.Line line;
  private final long key;

  private Noise(LineRules.Line line, long key) {
    this.line = line;
    this.key = key;
  }

  static Noise in(Block block) {
    return new Noise(LineRules.Line.of(block.text()), block.key());
  }

  /// Whether the line begins a list of other pages.
  boolean isTailHeading() {
    return line.text().length() < 60
        && HEADING_KEYS.contains(key)
        && HEADINGS.contains(TextKey.letters(line.text()));
  }

  /// Whether it is dressing wherever it stands: a share button, a print link.
  boolean isDressing() {
    return line.text().length() < 200 && DRESSING.are(line);
  }

  /// Whether it is a notice of rights, a licence number or the like.
  boolean isLegal() {
    return LEGAL.findIn(line);
  }

  /// Whether it names the author, the source or the editor.
  boolean isByline() {
    return BYLINES.begin(line);
  }

  /// Whether it has a date in it.
  boolean hasDate() {
    return DATES.findIn(line);
  }
}
