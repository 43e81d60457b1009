package zhai.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Cuts a text into sentences, in one walk through it.
///
/// A sentence ends at a line break; at `。！？；` and `……`, with the closing quotation marks and
/// brackets that follow; and at `. ! ?` before white space, but not in `3.5`, `e.g.` and `Dr. Li`.
/// What is said within a sentence does not end it: `“好！”，他说。` and `《怎么办？》` go on.
final class Sentences {
  private static final String FULL_STOPS = "。！？；｡";
  private static final String STOPS = FULL_STOPS + ".!?…";
  private static final String CLOSERS = "”’」』\"'）)】〕］]*_";
  private static final String COMMAS = "，、,;：:";
  private static final String GOING_ON = COMMAS + "》〉…";

  /// A line shorter than this ends where it ends; a longer one may have been broken to fit a page.
  private static final int MIN_WRAPPED = 40;

  private static final int LONGEST_ABBREVIATION = 8;
  private static final Abbreviations ABBREVIATIONS = Abbreviations.read();

  /// A sentence without the white space around it and without commas before it.
  ///
  /// @param start in UTF-16 units of the text
  /// @param end one past it
  /// @param opensLine whether a line begins with it
  /// @param closesLine whether it is the last of its line
  record Sentence(int start, int end, boolean opensLine, boolean closesLine) {
    boolean isLine() {
      return opensLine && closesLine;
    }

    /// Both as one.
    Sentence with(Sentence next) {
      return new Sentence(start, next.end, opensLine, next.closesLine);
    }
  }

  private final String text;
  private final List<Sentence> sentences = new ArrayList<>();
  private int lineStart;

  /// Where to look on after a sign that ended nothing.
  private int resume;

  private Sentences(String text) {
    this.text = text;
  }

  /// Whether a sentence ends with a sign that says so.
  static boolean isClosed(String text, Sentence sentence) {
    int last = sentence.end - 1;
    while (last > sentence.start && CLOSERS.indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    return STOPS.indexOf(text.charAt(last)) >= 0;
  }

  /// All of them, in order.
  static List<Sentence> of(String text) {
    Sentences cutter = new Sentences(text);
    cutter.cut();
    return cutter.sentences;
  }

  private void cut() {
    int start = 0;
    boolean opens = true;
    int at = 0;
    while (at < text.length()) {
      boolean line = isLineBreak(at);
      int end = line ? at : endOfSentence(at);
      if (end >= 0) {
        boolean closes = line || isLineBreak(afterBlanks(end));
        opens = add(start, end, opens, closes) ? closes : opens;
        start = Math.max(end, at + 1);
      }
      at = Math.max(Math.max(at + 1, resume), end);
      lineStart = line ? at : lineStart;
    }
    add(start, text.length(), opens, true);
  }

  private boolean add(int from, int to, boolean opens, boolean closes) {
    int start = from;
    int end = to;
    while (start < end && (isBlank(start) || COMMAS.indexOf(text.charAt(start)) >= 0)) {
      start++;
    }
    start = start == end ? from : start;
    while (start < end && isBlank(start)) {
      start++;
    }
    while (end > start && isBlank(end - 1)) {
      end--;
    }
    if (start < end) {
      sentences.add(new Sentence(start, end, opens, closes));
    }
    return start < end;
  }

  /// Whether a line ends there: the text does, or a break stands there that is not only one of a
  /// sentence written over several lines.
  private boolean isLineBreak(int at) {
    if (at >= text.length()) {
      return true;
    }
    if (text.charAt(at) != '\n') {
      return false;
    }
    boolean wrapped =
        at - lineStart >= MIN_WRAPPED
            && at + 1 < text.length()
            && Character.isLowerCase(text.charAt(at + 1))
            && (text.charAt(at - 1) == ',' || Character.isLowerCase(text.charAt(at - 1)));
    return !wrapped;
  }

  private int afterBlanks(int at) {
    int after = at;
    while (after < text.length() && text.charAt(after) != '\n' && isBlank(after)) {
      after++;
    }
    return after;
  }

  private boolean isBlank(int at) {
    return Character.isWhitespace(text.charAt(at)) || Character.isSpaceChar(text.charAt(at));
  }

  /// One past the sentence that ends with the sign at that place, its closing marks included; -1 if
  /// none does.
  private int endOfSentence(int at) {
    if (STOPS.indexOf(text.charAt(at)) < 0) {
      return text.charAt(at) == ';' && isUnspaced(at - 1) ? at + 1 : -1;
    }
    int stops = at + 1;
    while (stops < text.length() && STOPS.indexOf(text.charAt(stops)) >= 0) {
      stops++;
    }
    resume = stops;
    int end = stops;
    while (end < text.length() && CLOSERS.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    if (end == text.length() || text.charAt(end) == '\n') {
      return end;
    }
    if (GOING_ON.indexOf(text.charAt(end)) >= 0) {
      return -1;
    }
    return ends(at, stops, end) ? end : -1;
  }

  private boolean ends(int at, int stops, int end) {
    if (FULL_STOPS.indexOf(text.charAt(at)) >= 0) {
      return true;
    }
    boolean single = stops == at + 1;
    if (text.charAt(at) == '…' && !single) {
      return true;
    }
    if (isUnspaced(end)) {
      return text.charAt(at) != '.' || (single && isSpacedWordBefore(at));
    }
    if (!isBlank(end)) {
      return false;
    }
    int next = afterBlanks(end);
    boolean goesOn = next < text.length() && Character.isLowerCase(text.codePointAt(next));
    return !goesOn && !(text.charAt(at) == '.' && single && isWithinSentence(at, next));
  }

  /// Whether a character of a script without spaces stands there.
  private boolean isUnspaced(int at) {
    return at >= 0 && at < text.length() && text.charAt(at) >= 0x2E80 && text.charAt(at) < 0xFF00;
  }

  private boolean isSpacedWordBefore(int at) {
    return at > 0
        && Character.isLetter(text.charAt(at - 1))
        && !isAbbreviation(wordBefore(at), false);
  }

  /// Whether a full stop belongs to an abbreviation or to the number of a list's item.
  private boolean isWithinSentence(int at, int next) {
    String word = wordBefore(at);
    boolean numbered = at - word.length() <= lineStart + 2 && word.matches("\\d{1,3}|[a-z]");
    boolean number = next < text.length() && Character.isDigit(text.charAt(next));
    return numbered || isAbbreviation(word, number);
  }

  private static boolean isAbbreviation(String word, boolean beforeNumber) {
    boolean letters = word.matches("(?:\\p{L}\\.)*+\\p{L}");
    return letters
        || ABBREVIATIONS.always.contains(word)
        || (beforeNumber && ABBREVIATIONS.beforeNumbers.contains(word));
  }

  /// The letters, digits and stops before a place, in lower case; empty if they are too long.
  private String wordBefore(int at) {
    int start = at;
    while (start > 0
        && at - start <= LONGEST_ABBREVIATION
        && !isUnspaced(start - 1)
        && (Character.isLetterOrDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
      start--;
    }
    return at - start > LONGEST_ABBREVIATION ? "" : Folding.fold(text.substring(start, at));
  }

  /// @param always never end a sentence
  /// @param beforeNumbers don't end one before a number
  private record Abbreviations(Set<String> always, Set<String> beforeNumbers) {
    static Abbreviations read() {
      Set<String> always = new HashSet<>();
      Set<String> beforeNumbers = new HashSet<>();
      for (String line : Resource.lines("abbreviations.txt")) {
        String[] words = line.split(" ");
        Set<String> kind = words[0].equals("always:") ? always : beforeNumbers;
        kind.addAll(List.of(words).subList(1, words.length));
      }
      return new Abbreviations(always, beforeNumbers);
    }
  }
}
