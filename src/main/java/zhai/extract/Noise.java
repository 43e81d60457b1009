package zhai.extract;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// What a line says that stands around articles, by its words; the lists are in `noise.txt`. The
/// names of its elements are {@link NameList}'s.
final class Noise {
  private static final RuleFile RULES = RuleFile.open("noise.txt");
  private static final Set<String> HEADINGS = headings();
  private static final Pattern LINES =
      Pattern.compile(String.join("|", RULES.section("lines")), Pattern.CASE_INSENSITIVE);

  private static final LineRules LEGAL = LineRules.of(RULES.section("legal"));
  private static final LineRules BYLINES = LineRules.of(RULES.section("bylines"));
  private static final LineRules DATES = LineRules.of(RULES.section("dates"));

  private final LineRules.Line line;

  private Noise(LineRules.Line line) {
    this.line = line;
  }

  static Noise in(String line) {
    return new Noise(LineRules.Line.of(line));
  }

  private static Set<String> headings() {
    Set<String> headings = new HashSet<>();
    RULES.section("headings").forEach(heading -> headings.add(TextKey.letters(heading)));
    return headings;
  }

  /// Whether the line begins a list of other pages.
  boolean isTailHeading() {
    return line.text().length() < 60 && HEADINGS.contains(TextKey.letters(line.text()));
  }

  /// Whether it is dressing wherever it stands: a share button, a print link.
  boolean isDressing() {
    return line.text().length() < 200 && LINES.matcher(line.text().strip()).matches();
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
