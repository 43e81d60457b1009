package zhai.library;

import java.util.regex.Pattern;

/// Takes the inline signs of Markdown out of a quote, so that `**重点**` and `[word](url)` compare as
/// the page shows them. It is not a parser: what is no sign stays.
final class MarkdownSigns {
  private static final Pattern LINK = Pattern.compile("!?\\[([^\\]\\[]*)\\]\\([^()\\s]*\\)");
  private static final Pattern EMPHASIS =
      Pattern.compile("\\*{1,3}|~~|`+|(?<!\\w)_{1,3}|_{1,3}(?!\\w)");
  private static final Pattern LINE_START =
      Pattern.compile("(?m)^[ \\t]*(?:>[ \\t]?|#{1,6}[ \\t]+|[-*+][ \\t]+|\\d{1,3}\\.[ \\t]+)+");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(\\p{Punct})");

  private MarkdownSigns() {}

  static String strip(String markdown) {
    String text = LINE_START.matcher(markdown).replaceAll("");
    text = LINK.matcher(text).replaceAll("$1");
    text = EMPHASIS.matcher(text).replaceAll("");
    return ESCAPE.matcher(text).replaceAll("$1");
  }
}
