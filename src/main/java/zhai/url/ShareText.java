package zhai.url;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the http(s) addresses inside share text: `标题 … http://xhslink.com/o/abc 复制后打开`.
///
/// An address ends where a person sees it end: at white space, quotes, angle brackets and Chinese
/// punctuation; before the full stop or comma of the sentence; before a bracket that was opened
/// outside of it. Chinese text belongs to it after `/ = _ - (` (`…/wiki/摘`), not after a letter or
/// digit (`…/a复制打开`).
public final class ShareText {
  private static final Pattern START = Pattern.compile("(?i)https?[:：][/／]{2}");
  private static final String ENDS = "<>\"`{}|\\^";
  private static final String BEFORE_CHINESE = "/／=_-(";
  private static final String SENTENCE_MARKS = ".,;:!?'*";

  private ShareText() {}

  /// Where an address stands in a text.
  ///
  /// @param end behind its last character
  public record Stretch(int start, int end) {}

  /// The addresses in the order of the text, as they stand there, each once; empty if there is
  /// none. They are not checked: [CanonicalRules#identify] may still refuse one.
  public static List<String> urlsIn(String text) {
    return stretchesIn(text).stream()
        .map(it -> text.substring(it.start(), it.end()))
        .distinct()
        .toList();
  }

  /// Where the addresses stand, in the order of the text; the same one as often as it is there.
  public static List<Stretch> stretchesIn(String text) {
    List<Stretch> found = new ArrayList<>();
    Matcher start = START.matcher(text);
    int from = 0;
    while (start.find(from)) {
      int end = withoutSentenceMarks(text, start.end(), end(text, start.end()));
      if (end > start.end()) {
        found.add(new Stretch(start.start(), end));
      }
      from = end;
    }
    return List.copyOf(found);
  }

  private static int end(String text, int start) {
    var open = new ArrayList<Integer>();
    int before = '/';
    int i = start;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (!belongs(c, before) || closesWhatIsOutside(c, open)) {
        return i;
      }
      before = c;
      i += Character.charCount(c);
    }
    return i;
  }

  private static boolean belongs(int c, int before) {
    if (c < 0x80) {
      return c > ' ' && c < 0x7F && ENDS.indexOf(c) < 0;
    }
    boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
    if (!Character.isLetterOrDigit(c) && !mark) {
      return false;
    }
    return !isEastAsian(c) || isEastAsian(before) || BEFORE_CHINESE.indexOf(before) >= 0;
  }

  private static boolean closesWhatIsOutside(int c, List<Integer> open) {
    if (c == '(' || c == '[') {
      open.add(c);
      return false;
    }
    if (c != ')' && c != ']') {
      return false;
    }
    int opener = c == ')' ? '(' : '[';
    if (open.isEmpty() || open.getLast() != opener) {
      return true;
    }
    open.removeLast();
    return false;
  }

  private static int withoutSentenceMarks(String text, int start, int end) {
    int last = end;
    while (last > start && SENTENCE_MARKS.indexOf(text.charAt(last - 1)) >= 0) {
      last--;
    }
    return last;
  }

  private static boolean isEastAsian(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
      default -> false;
    };
  }
}
