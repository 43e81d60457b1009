package zhai.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import zhai.model.Verdict;

/// One line of `walls.txt`, where the language is explained.
///
/// @param line as it stands in the file
/// @param mark by what the wall is known
/// @param refusal what the page is then
record WallRule(String line, Mark mark, Refusal refusal) {

  /// What a wall leaves on its page.
  sealed interface Mark {
    record ByElement(PageSelector selector) implements Mark {}

    record ByScript(String characters) implements Mark {}

    record ByAddress(Pattern pattern) implements Mark {}

    record ByHeader(String name, String value) implements Mark {}

    /// @param letters see {@link TextKey#letters}
    record ByTitle(String letters) implements Mark {}

    /// @param letters the wordings, one of which the page has
    record ByWords(List<String> letters) implements Mark {}
  }

  /// The rules of one section of the file, in its order.
  static List<WallRule> section(String name) {
    return RuleFile.open("walls.txt").section(name).stream().map(WallRule::parse).toList();
  }

  /// @throws IllegalArgumentException if the line is no rule
  static WallRule parse(String line) {
    int kind = line.indexOf(" | ");
    int mark = line.indexOf(" | ", kind + 3);
    int sentence = line.lastIndexOf(" | ");
    if (kind < 0 || mark < 0 || sentence <= mark) {
      throw new IllegalArgumentException("not verdict | kind | mark | sentence: " + line);
    }
    Verdict verdict = Verdict.ofLabel(line.substring(0, kind));
    return new WallRule(
        line,
        mark(line.substring(kind + 3, mark), line.substring(mark + 3, sentence)),
        new Refusal(verdict, line.substring(sentence + 3)));
  }

  private static Mark mark(String kind, String mark) {
    return switch (kind) {
      case "element" -> new Mark.ByElement(PageSelector.parse(mark));
      case "script" -> new Mark.ByScript(mark);
      case "address" -> new Mark.ByAddress(Pattern.compile(mark, Pattern.CASE_INSENSITIVE));
      case "header" -> header(mark);
      case "title" -> new Mark.ByTitle(TextKey.letters(mark));
      case "words" -> new Mark.ByWords(words(mark));
      default -> throw new IllegalArgumentException("no such kind of mark: " + kind);
    };
  }

  private static Mark header(String mark) {
    int colon = mark.indexOf(':');
    return new Mark.ByHeader(
        mark.substring(0, colon), mark.substring(colon + 1).strip().toLowerCase(Locale.ROOT));
  }

  private static List<String> words(String mark) {
    List<String> words = new ArrayList<>();
    Stream.of(mark.split(" / ")).map(TextKey::letters).forEach(words::add);
    return List.copyOf(words);
  }
}
