package zhai.index;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zhai.index.PieceScanner.Piece;

/// The other ways to write a name of several parts: `GPT-4o` is also `gpt4o` and `GPT 4o`,
/// `fine-tuning` also `finetuning` and `fine tuning`.
///
/// Such a name is letters before a number, or words with hyphens between. `foo_bar` and `a/b` mean
/// what they say, and two words without a number are two words.
final class NameForms {
  private static final Pattern NUMBERED =
      Pattern.compile("(\\p{IsLatin}{2,})[- ]?(\\p{Nd}[\\p{IsLatin}\\p{Nd}.]*(?:-[^ ]*)?)");

  /// `RAG 2025` asks for a year.
  private static final Pattern YEAR = Pattern.compile(".* (?:19|20)\\p{Nd}{2}");

  private static final Pattern HYPHENATED =
      Pattern.compile("\\p{IsLatin}+(?:-\\p{IsLatin}{2,}){1,2}");

  private NameForms() {}

  /// Whether it has a digit or a hyphen; most words have none, and they are seen through quickly.
  private static boolean mayBeName(String written) {
    return written.indexOf('-') >= 0 || written.chars().anyMatch(Character::isDigit);
  }

  /// The others; none if this is no such name.
  static List<List<Piece>> others(Needle name) {
    String written = name.text();
    if (!mayBeName(written)) {
      return List.of();
    }
    Set<String> all = new LinkedHashSet<>();
    Matcher numbered = NUMBERED.matcher(written);
    if (numbered.matches() && !YEAR.matcher(written).matches()) {
      for (String between : List.of("", " ", "-")) {
        all.add(numbered.group(1) + between + numbered.group(2));
      }
    } else if (HYPHENATED.matcher(written).matches()) {
      all.add(written.replace("-", ""));
      all.add(written.replace('-', ' '));
    }
    all.remove(written);
    return all.stream().map(form -> Needle.phrase(form, name.fields()).pieces()).toList();
  }
}
