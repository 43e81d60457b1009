package zhai.exchange.note;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zhai.exchange.Skip;

/// Blanks out what CommonMark would take for text: front matter, Obsidian's `%%comments%%`, MDX's
/// `{/* comments */}`, `import` and `export`, the lines `:::note`, `{% include … %}`, `{{< … >}}`
/// and `{: .class}`, and Logseq's own properties (`id::`). Nothing inside of code fences.
final class Blanks {
  private static final Pattern FENCE =
      Pattern.compile(
          "[\\s>]*+(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]++)*+(`{3,}+|~{3,}+)([^\\r\\n]*+)\\s*+");

  private static final Pattern MDX_CODE =
      Pattern.compile(
          "import\\s+(?:['\"]|[\\w*{][^'\"]*\\sfrom\\s*['\"]|\\{\\s*\\z)(?s:.*)"
              + "|export\\s+(?:const|let|var|default|function|async|class)\\b(?s:.*)");

  // Complete in its line: what follows is text again.
  private static final Pattern MDX_IMPORT = Pattern.compile("import\\s.*['\"].*['\"];?\\s*+");

  private static final Pattern DIRECTIVE =
      Pattern.compile(
          "[\\s>]*+(?::{3,}+(?!.*https?:).*|\\{:[^}]*+}|#\\+(?:BEGIN|END)_\\w++.*|"
              + "(?:id|collapsed|heading|background-color|created-at|updated-at|logseq\\.[\\w.-]+|"
              + "ls-type|hl-[\\w-]+):: ?.*)\\s*+");

  private static final Pattern TEMPLATE =
      Pattern.compile("[\\s>]*+(?:\\{%.*%}|\\{\\{[<%].*[>%]}})\\s*+");

  private static final Pattern HIGHLIGHT =
      Pattern.compile("\\s*+(?:\\{%-?|\\{\\{[<%])\\s*+highlight\\b.*\\s*+");

  private static final Pattern HIGHLIGHT_END =
      Pattern.compile("\\s*+(?:\\{%-?|\\{\\{[<%])\\s*+(?:end|/\\s*+)highlight\\b.*\\s*+");

  // `> [!note] title` above more lines of the quote.
  private static final Pattern CALLOUT =
      Pattern.compile("[ \\t]*+(?:>[ \\t]*+)++\\[![\\w-]{1,30}+][+-]?+(?!.*https?:).*\\s*+");

  private static final Pattern QUOTED = Pattern.compile("\\s*+>\\s*+[^\\s>].*+", Pattern.DOTALL);

  private final String raw;
  private final char[] chars;
  private final List<NoteText.Hidden> hidden = new ArrayList<>();
  private final Comments obsidian;
  private final Comments mdx;
  private final Directives directives = new Directives();
  private String fence = "";
  private boolean inHighlight;
  private boolean inCode;

  Blanks(String raw, int bodyStart) {
    this.raw = raw;
    this.chars = raw.toCharArray();
    this.obsidian = new Comments("%%", "%%");
    this.mdx = new Comments("{/*", "*/}");
    blank(0, bodyStart);
    int at = bodyStart;
    while (at < raw.length()) {
      at = line(at);
    }
  }

  String blanked() {
    return new String(chars);
  }

  /// See {@link Directives#ends()}.
  NavigableMap<Integer, Integer> ends() {
    return directives.ends();
  }

  List<NoteText.Hidden> hidden() {
    return List.copyOf(hidden);
  }

  // Blanks what is in the line and says where to go on: a comment may end further down.
  private int line(int start) {
    int end = lineEnd(start);
    String line = raw.substring(start, end);
    Matcher mark = FENCE.matcher(line);
    boolean fenced = mark.matches();
    if (!fence.isEmpty()) {
      fence = fenced && closes(mark) ? "" : fence;
      return end;
    }
    if (inHighlight || HIGHLIGHT.matcher(line).matches()) {
      inHighlight = !HIGHLIGHT_END.matcher(line).matches();
      hide(start, end, Skip.IN_CODE);
      return end;
    }
    boolean code = MDX_CODE.matcher(line).matches() || (inCode && !line.isBlank());
    inCode = code && !MDX_IMPORT.matcher(line).matches();
    if (code) {
      hide(start, end, Skip.IN_CODE);
    } else if (TEMPLATE.matcher(line).matches()) {
      directives.pass(line, start);
      hide(start, end, Skip.EMBEDDED);
    } else if (DIRECTIVE.matcher(line).matches()) {
      directives.pass(line, start);
      blank(start, end);
    } else if (CALLOUT.matcher(line).matches() && isQuoted(end)) {
      blank(start + raw.substring(start, end).indexOf("[!"), end);
    } else if (fenced && opens(mark)) {
      fence = mark.group(1);
    } else {
      return comments(start, end);
    }
    return end;
  }

  private int comments(int start, int end) {
    int at = start;
    int ticks = 0;
    for (int open = nextComment(at); open < end; open = nextComment(at)) {
      Comments kind = open == obsidian.next(at) ? obsidian : mdx;
      ticks = ticks(at, open, ticks);
      int close = ticks > 0 || isInAddress(open) ? -1 : kind.end(open);
      at = close < 0 ? open + kind.open.length() : close;
      if (close >= 0) {
        hidden.add(
            new NoteText.Hidden(
                open + kind.open.length(), close - kind.close.length(), Skip.IN_COMMENT));
        blank(open, close);
        ticks = 0;
      }
    }
    return Math.max(at, end);
  }

  private int nextComment(int from) {
    return Math.min(obsidian.next(from), mdx.next(from));
  }

  private boolean closes(Matcher mark) {
    return mark.group(1).startsWith(fence) && mark.group(2).isBlank();
  }

  private static boolean opens(Matcher mark) {
    return mark.group(1).charAt(0) == '~' || mark.group(2).indexOf('`') < 0;
  }

  // The length of the run of backticks that begins the code span in which `to` stands, or 0.
  private int ticks(int from, int to, int before) {
    int open = before;
    for (int i = from; i < to; ) {
      int run = 0;
      while (i + run < to && raw.charAt(i + run) == '`') {
        run++;
      }
      if (run > 0) {
        open = open == 0 ? run : open == run ? 0 : open;
      }
      i += Math.max(1, run);
    }
    return open;
  }

  private boolean isQuoted(int nextLine) {
    return QUOTED.matcher(raw.substring(nextLine, lineEnd(nextLine))).matches();
  }

  private boolean isInAddress(int at) {
    int start = at;
    while (start > 0 && at - start < 1_000 && !Character.isWhitespace(raw.charAt(start - 1))) {
      start--;
    }
    return raw.substring(start, at).contains("://");
  }

  private int lineEnd(int from) {
    int end = from;
    while (end < raw.length() && raw.charAt(end) != '\n' && raw.charAt(end) != '\r') {
      end++;
    }
    boolean two = end + 1 < raw.length() && raw.charAt(end) == '\r' && raw.charAt(end + 1) == '\n';
    return Math.min(raw.length(), end + (two ? 2 : 1));
  }

  private void hide(int start, int end, Skip why) {
    hidden.add(new NoteText.Hidden(start, end, why));
    blank(start, end);
  }

  private void blank(int start, int end) {
    for (int i = start; i < end; i++) {
      chars[i] = chars[i] == '\n' || chars[i] == '\r' ? chars[i] : ' ';
    }
  }

  /// Where comments of one kind begin and end. It looks at each place once, however often it is
  /// asked; a comment that is never closed is none.
  private final class Comments {
    private final String open;
    private final String close;
    private int next = -1;
    private boolean unclosed;

    Comments(String open, String close) {
      this.open = open;
      this.close = close;
    }

    /// The next beginning; behind the text if there is none.
    int next(int from) {
      if (unclosed) {
        return Integer.MAX_VALUE;
      }
      if (next < from) {
        int found = raw.indexOf(open, from);
        next = found < 0 ? Integer.MAX_VALUE : found;
      }
      return next;
    }

    /// Behind the end of the comment that begins there, or -1.
    int end(int start) {
      int found = raw.indexOf(close, start + open.length());
      unclosed = found < 0;
      return found < 0 ? -1 : found + close.length();
    }
  }
}
