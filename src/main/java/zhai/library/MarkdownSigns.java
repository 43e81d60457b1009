package zhai.library;

import static java.util.regex.Matcher.quoteReplacement;

import java.util.regex.Pattern;

/// Takes the signs of Markdown out of a quote, those of Obsidian and of simple HTML too, so that
/// `**重点**`, `==重点==`, `[word](url)` and the row `| a | b |` compare as the page shows them. It is
/// not a parser: what is no sign stays.
final class MarkdownSigns {
  private static final Pattern LINE_START =
      Pattern.compile(
          "(?m)^[ \\t]*+(?:>[ \\t]?|#{1,6}[ \\t]+|[-*+][ \\t]+|\\d{1,3}[.)][ \\t]+"
              + "|\\[[ xX]\\][ \\t]+)++");
  private static final Pattern CALLOUT = Pattern.compile("^\\[!\\w+\\][-+]?[ \\t]*");
  private static final Pattern ROW = Pattern.compile("(?m)^[ \\t]*\\|.*\\|[ \\t]*$");
  private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");
  private static final Pattern BLOCK_NAME =
      Pattern.compile("(?m)(?<![ \\t])[ \\t]++\\^[A-Za-z0-9-]+[ \\t]*$");
  private static final Pattern WIKILINK =
      Pattern.compile("!?\\[\\[(?:[^\\]\\[|]*+\\|)?([^\\]\\[|]*+)\\]\\]");
  private static final Pattern LINK =
      Pattern.compile(
          "!?\\[([^\\]\\[]*+)\\]"
              + "(?:\\((?:[^()\\s]++|\\([^()\\s]*+\\))*+(?:\\s+\"[^\"]*+\")?\\)|\\[[^\\]\\[]*+\\])");
  private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^[^\\]\\s]++\\]:?");
  private static final Pattern TAG =
      Pattern.compile("</?(?:b|i|u|s|em|strong|mark|span|font|sub|sup|code|small|br)\\b[^<>]*+>");
  private static final Pattern EMPHASIS =
      Pattern.compile("(?<!\\\\)(?:\\*{1,3}|~~|==|`+|(?<!\\w)_{1,3}|_{1,3}(?!\\w))");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(\\p{Punct})");

  private MarkdownSigns() {}

  static String strip(String markdown) {
    String text = LINE_START.matcher(markdown).replaceAll("");
    text = CALLOUT.matcher(text).replaceFirst("");
    text =
        ROW.matcher(text)
            .replaceAll(row -> quoteReplacement(BAR.matcher(row.group()).replaceAll(" ")));
    text = BLOCK_NAME.matcher(text).replaceAll("");
    text = WIKILINK.matcher(text).replaceAll("$1");
    text = FOOTNOTE.matcher(text).replaceAll("");
    text = LINK.matcher(text).replaceAll("$1");
    text = TAG.matcher(text).replaceAll("");
    text = EMPHASIS.matcher(text).replaceAll("");
    return ESCAPE.matcher(text).replaceAll("$1");
  }
}
