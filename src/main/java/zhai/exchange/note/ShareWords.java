package zhai.exchange.note;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import zhai.exchange.Resources;

/// The words of `share-words.txt`.
final class ShareWords {
  private static final List<String> LINES =
      Resources.read("note/share-words.txt")
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();

  private ShareWords() {}

  /// Those of one kind: `app`, `advice`, `pointer`.
  static List<String> of(String kind) {
    String start = kind + " ";
    return LINES.stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .toList();
  }

  static String pattern(List<String> words) {
    return words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
  }
}
