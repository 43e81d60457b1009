package zhai.query;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/// Pieces of which queries and what looks like queries are made.
final class QueryTexts {
  private static final List<String> TOKENS =
      List.of(
          "(", ")", "（", "）", "\"", "“", "”", "-", "－", "OR", "AND", "NOT", "|", " ", "　", "\\",
          ":", "：", "title:", "tag：", "is:read", "source:", "added:", "7d", "2026..", ">", "检索",
          "rag", "🙂", "http://", "//", "@", "@a", "＠", "\n", "\u0000", "\uD83D", "C++", "e\u0301");

  private QueryTexts() {}

  /// Pieces of the language, whole and broken.
  static Arbitrary<String> tokens() {
    return Arbitraries.of(TOKENS);
  }

  /// Short texts of pieces of the language and of any characters.
  static Arbitrary<String> odd() {
    return Arbitraries.oneOf(
        tokens().list().ofMaxSize(4).map(list -> String.join("", list)),
        Arbitraries.strings().ofMaxLength(8));
  }
}
