package zhai.extract;

import java.util.regex.Pattern;

/// Keeps literal characters literal in Markdown, with as few backslashes as that takes.
final class MarkdownEscape {
  private static final Pattern LINE_START =
      Pattern.compile(
          "(?m)^(?:(?=#{1,6}(?:\\s|$))|(?=>)|(?=[-+*](?:\\s|$))|(?=[-=]+\\s*$)|(?=\\|)|(?=:?-+:?\\s*\\|))");
  private static final Pattern NUMBER_START = Pattern.compile("(?m)^(\\d{1,9})([.)])(?=\\s|$)");

  /// What the two begin with.
  private static final String BEGINNINGS = "#>-+*=|:0123456789";

  private static final Pattern ENTITY = Pattern.compile("&(?=#?\\w{1,32};)");
  private static final Pattern TAG = Pattern.compile("<(?=[A-Za-z/!?])");

  private MarkdownEscape() {}

  /// Characters from a bracket to its end that are looked at; the rest of the text for each bracket
  /// would be a walk too long. CommonMark takes no label of more than 999.
  private static final int FAR = 1_000;

  /// Escapes what would be read as a block at the start of a line.
  static String lineStarts(String inline) {
    if (!mayBeginBlock(inline)) {
      return inline;
    }
    String escaped = LINE_START.matcher(inline).replaceAll("\\\\");
    return NUMBER_START.matcher(escaped).replaceAll("$1\\\\$2");
  }

  /// Whether a line begins with a sign or a digit that a block may begin with. Few do.
  private static boolean mayBeginBlock(String lines) {
    boolean atStart = true;
    for (int i = 0; i < lines.length(); i++) {
      char c = lines.charAt(i);
      if (atStart && BEGINNINGS.indexOf(c) >= 0) {
        return true;
      }
      atStart =
          switch (c) {
            case '\n', '\r', '\u0085', '\u2028', '\u2029' -> true;
            default -> false;
          };
    }
    return false;
  }

  /// Escapes inline signs in a run of text.
  ///
  /// @param inBrackets whether the text stands in a link or in an image's description
  static String text(String text, boolean inBrackets) {
    if (!hasSigns(text)) {
      return text;
    }
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      if (isSign(text, i, inBrackets)) {
        escaped.append('\\');
      }
      escaped.append(text.charAt(i));
    }
    String tagged = escaped.toString();
    if (tagged.indexOf('<') >= 0) {
      tagged = TAG.matcher(tagged).replaceAll("\\\\<");
    }
    return tagged.indexOf('&') < 0 ? tagged : ENTITY.matcher(tagged).replaceAll("\\\\&");
  }

  /// Whether a text has anything of which Markdown or HTML makes something. Many have not.
  private static boolean hasSigns(String text) {
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '`', '$', '\\', '*', '_', '~', '!', '[', ']', '<', '&' -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  private static boolean isSign(String text, int at, boolean inBrackets) {
    char before = at == 0 ? '.' : text.charAt(at - 1);
    char after = at + 1 == text.length() ? '.' : text.charAt(at + 1);
    return switch (text.charAt(at)) {
      case '`', '$' -> true;
      case '\\' -> after == ' ' || isAsciiPunctuation(after);
      case '*' -> at == 0 || !(before == ' ' && after == ' ');
      case '_' -> !(Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after));
      case '~' -> text.indexOf('~') != text.lastIndexOf('~');
      case '!' -> at + 1 == text.length() || after == '[';
      case '[' -> inBrackets || opensReference(text, at);
      case ']' -> inBrackets;
      default -> false;
    };
  }

  /// Whether a bracket could begin a link, a footnote or a task; one that is closed and followed by
  /// something else can't.
  private static boolean opensReference(String text, int at) {
    int close = text.indexOf(']', at, Math.min(text.length(), at + FAR));
    if (close < 0
        || close + 1 >= text.length()
        || (close == at + 2 && " xX".indexOf(text.charAt(at + 1)) >= 0)) {
      return true;
    }
    return text.charAt(at + 1) == '^' || "([:".indexOf(text.charAt(close + 1)) >= 0;
  }

  private static boolean isAsciiPunctuation(int c) {
    return c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
  }

  /// A link's address: encoded where it would end early or be read as something else.
  static String destination(String address) {
    return address
        .replace("\\", "%5C")
        .replace(" ", "%20")
        .replace("<", "%3C")
        .replace(">", "%3E")
        .replace("`", "%60")
        .replace("(", "\\(")
        .replace(")", "\\)");
  }

  static String title(String title) {
    return title.replace("\\", "\\\\").replace("\"", "\\\"").replace("`", "\\`");
  }

  /// Whether signs around the words would be read as emphasis, by CommonMark's rules on what may
  /// stand beside them. Signs beside signs are refused, though some would be read.
  static boolean canMark(int before, String words, int after) {
    int first = words.codePointAt(0);
    int last = words.codePointBefore(words.length());
    boolean touching = "*~".indexOf(before) >= 0 || "*~".indexOf(after) >= 0;
    boolean inside = "*~".indexOf(first) >= 0 || "*~".indexOf(last) >= 0;
    return !touching && !inside && flanks(first, before) && flanks(last, after);
  }

  private static boolean flanks(int inner, int outer) {
    return !TextKey.isPunctuation(inner) || TextKey.isPunctuation(outer) || isSpace(outer);
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.getType(c) == Character.SPACE_SEPARATOR;
  }
}
