package zhai.exchange.writer;

/// Plain text for the inside of a BibTeX field.
final class TexText {
  private TexText() {}

  /// The text with every character that TeX would obey written as a command. Braces become
  /// commands, too: BibTeX counts them even after a backslash.
  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.chars().forEach(it -> append(out, (char) it));
    return out.toString();
  }

  private static void append(StringBuilder out, char character) {
    switch (character) {
      case '\\' -> out.append("\\textbackslash{}");
      case '{' -> out.append("\\textbraceleft{}");
      case '}' -> out.append("\\textbraceright{}");
      case '~' -> out.append("\\textasciitilde{}");
      case '^' -> out.append("\\textasciicircum{}");
      case '#', '$', '%', '&', '_' -> out.append('\\').append(character);
      default -> out.append(character);
    }
  }
}
