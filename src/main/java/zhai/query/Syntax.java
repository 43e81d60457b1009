package zhai.query;

/// The characters that mean something in a query, in all the forms that keyboards give them.
final class Syntax {
  private static final String QUOTES = "\"“”＂";

  private Syntax() {}

  static boolean isQuote(char c) {
    return QUOTES.indexOf(c) >= 0;
  }

  static boolean isOpen(char c) {
    return c == '(' || c == '（';
  }

  static boolean isClose(char c) {
    return c == ')' || c == '）';
  }

  static boolean isColon(char c) {
    return c == ':' || c == '：';
  }

  static boolean isMinus(char c) {
    return c == '-' || c == '－';
  }

  static boolean isAt(char c) {
    return c == '@' || c == '＠';
  }

  static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
  }

  /// Whether a backslash before it takes its meaning away. Before letters and digits a backslash is
  /// a character like any other: `C:\temp`.
  static boolean isEscapable(char c) {
    return !Character.isLetterOrDigit(c);
  }

  /// The word so that it is read as this word, also behind a field's colon, where `//` would make
  /// an address of both.
  static String escape(String word) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean special =
          c == '\\'
              || c == '|'
              || isQuote(c)
              || isOpen(c)
              || isClose(c)
              || isColon(c)
              || isBlank(c)
              || (i == 0 && (isMinus(c) || isAt(c)))
              || (i == 0 && word.startsWith("//"));
      escaped.append(special ? "\\" : "").append(c);
    }
    return escaped.toString();
  }

  /// The phrase between quotes.
  static String quote(String phrase) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < phrase.length(); i++) {
      char c = phrase.charAt(i);
      quoted.append(c == '\\' || isQuote(c) ? "\\" : "").append(c);
    }
    return quoted.append('"').toString();
  }
}
