package zhai.exchange.reader;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import zhai.exchange.Resources;
import zhai.model.StreamSafe;

/// Text without what TeX needs for it: `{\"O}sterreich \& {Wien}` is `Österreich & Wien`. Commands
/// that only change the look (`\emph{x}`) leave their argument; unknown ones, too.
///
/// @param accents a combining character by the command that asks for it
/// @param letters a text by the command that stands for it
record TexText(Map<String, String> accents, Map<String, String> letters) {

  static TexText load() {
    Map<String, String> accents = new HashMap<>();
    Map<String, String> letters = new HashMap<>();
    for (String line : Resources.read("tex-characters.txt").lines().toList()) {
      String[] row = line.split(" ", 3);
      if (row[0].equals("accent")) {
        accents.put(row[1], Character.toString(Integer.parseInt(row[2].substring(2), 16)));
      } else if (row[0].equals("letter")) {
        letters.put(row[1], row[2]);
      }
    }
    return new TexText(Map.copyOf(accents), Map.copyOf(letters));
  }

  /// Words for a reader: with quotation marks and dashes, line ends only between paragraphs.
  String words(String tex) {
    String text = new Reading(tex, true).text();
    return text.replaceAll("[ \\t]*\\R[ \\t]*(?!\\s)", " ").replaceAll("[ \\t]{2,}", " ").strip();
  }

  /// An address or a DOI: nothing in it is changed but escapes.
  String verbatim(String tex) {
    return new Reading(tex, false).text().strip();
  }

  /// One walk through a text.
  private final class Reading {
    private final String tex;
    private final boolean isProse;
    private final StringBuilder out = new StringBuilder();
    private int at;

    Reading(String tex, boolean isProse) {
      this.tex = tex;
      this.isProse = isProse;
    }

    String text() {
      while (at < tex.length()) {
        char c = tex.charAt(at);
        if (c == '\\' && at + 1 < tex.length()) {
          at++;
          command();
        } else {
          at += plain(c);
        }
      }
      return StreamSafe.normalize(out.toString(), Normalizer.Form.NFC);
    }

    /// Takes a character that begins no command; the number of characters that it takes.
    private int plain(char c) {
      if (c == '{' || c == '}' || (c == '$' && isProse)) {
        return 1;
      }
      for (String[] pair : isProse ? PROSE : new String[0][]) {
        if (tex.startsWith(pair[0], at)) {
          out.append(pair[1]);
          return pair[0].length();
        }
      }
      out.append(c);
      return 1;
    }

    private void command() {
      String name = name();
      at += name.length();
      String accent = accents.get(name);
      if (accent != null && takesLetter(name)) {
        accent(accent);
      } else if (letters.containsKey(name)) {
        out.append(letters.get(name));
        skipSpace();
      } else if (name.equals("href")) {
        skipArgument();
      } else if (name.equals("\\")) {
        out.append(' ');
      } else if (!Character.isLetter(name.charAt(0))) {
        out.append(name);
      } else {
        skipSpace();
      }
    }

    /// The letters of a command's name, or its one other character.
    private String name() {
      int end = at;
      while (end < tex.length() && isAsciiLetter(tex.charAt(end))) {
        end++;
      }
      return tex.substring(at, Math.max(end, at + 1));
    }

    // `\~{}` in an address is the sign itself.
    private boolean takesLetter(String name) {
      int next = at;
      while (next < tex.length() && (tex.charAt(next) == '{' || tex.charAt(next) == ' ')) {
        next++;
      }
      boolean spaced = next > at || !Character.isLetter(name.charAt(0));
      return spaced
          && next < tex.length()
          && (Character.isLetter(tex.charAt(next)) || tex.charAt(next) == '\\');
    }

    private void accent(String combining) {
      while (at < tex.length() && (tex.charAt(at) == '{' || tex.charAt(at) == ' ')) {
        at++;
      }
      if (tex.charAt(at) == '\\') {
        at++;
        String dotless = name();
        at += dotless.length();
        out.append(
            dotless.equals("i") || dotless.equals("j")
                ? dotless
                : letters.getOrDefault(dotless, ""));
      } else {
        out.append(tex.charAt(at++));
      }
      out.append(combining);
    }

    private void skipSpace() {
      if (at < tex.length() && tex.charAt(at) == ' ') {
        at++;
      }
    }

    private void skipArgument() {
      int depth = 0;
      do {
        char c = tex.charAt(at);
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        at++;
      } while (depth > 0 && at < tex.length());
    }
  }

  private static final String[][] PROSE = {
    {"---", "—"}, {"--", "–"}, {"``", "“"}, {"''", "”"}, {"~", " "},
  };

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
