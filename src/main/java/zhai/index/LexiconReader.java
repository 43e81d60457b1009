package zhai.index;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import zhai.index.PieceScanner.Piece;

/// Reads the two files of a lexicon.
///
/// ```
/// # in synonyms.txt: forms that mean the same, with = between
/// 大模型 = LLM = large language model
/// shipped = off
///
/// # in words.txt: a word a line
/// 龙卷风
/// ```
///
/// What stands behind a `#` at the beginning of a line or after white space is a comment; `C#` is
/// none. A line that can't be understood is named, the others count.
public final class LexiconReader {
  private static final String SHIPPED = "synonyms.txt";
  private static final int MAX_FORMS = 16;

  /// Pieces of a form: characters of Chinese, words of English.
  private static final int MAX_PIECES = 24;

  private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");
  private static final Pattern SWITCH = Pattern.compile("shipped\\s*=\\s*(on|off)");

  private final List<List<List<Piece>>> groups = new ArrayList<>();
  private final List<List<Piece>> words = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private boolean shipped = true;

  private LexiconReader() {}

  /// The shipped terms alone.
  public static Lexicon shipped() {
    return read("", "", UnaryOperator.identity());
  }

  /// A user's lexicon.
  ///
  /// @param synonyms the text of `synonyms.txt`, empty if there is none
  /// @param words the text of `words.txt`
  /// @param place what to call a file of that name in messages
  public static Lexicon read(String synonyms, String words, UnaryOperator<String> place) {
    LexiconReader reader = new LexiconReader();
    reader.readLines(synonyms, place.apply("synonyms.txt"), reader::addGroup);
    reader.readLines(words, place.apply("words.txt"), reader::addWord);
    if (reader.shipped) {
      reader.readLines(shippedText(), SHIPPED, reader::addGroup);
    }
    return new Lexicon(reader.groups, reader.words, reader.faults);
  }

  private static String shippedText() {
    try (BufferedReader lines = Resource.open(SHIPPED)) {
      return lines.readAllAsString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What is done with a line; answers what is wrong with it, or nothing.
  @FunctionalInterface
  private interface LineTaker {
    String take(String line);
  }

  private void readLines(String text, String file, LineTaker taker) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = withoutComment(lines.get(i).replace("\uFEFF", "")).strip();
      String wrong = line.isEmpty() ? "" : taker.take(line);
      if (!wrong.isEmpty()) {
        faults.add("%s, line %d: %s: %s".formatted(file, i + 1, wrong, line));
      }
    }
  }

  private static String withoutComment(String line) {
    return line.indexOf('#') < 0 ? line : COMMENT.matcher(line).replaceFirst("");
  }

  private String addGroup(String line) {
    var setting = SWITCH.matcher(line);
    if (setting.matches()) {
      shipped = setting.group(1).equals("on");
      return "";
    }
    List<List<Piece>> forms =
        Arrays.stream(line.split("[=＝]", -1)).map(LexiconReader::form).distinct().toList();
    if (forms.size() < 2) {
      return "a group needs two forms at least, with = between";
    }
    if (forms.size() > MAX_FORMS) {
      return "a group can have at most " + MAX_FORMS + " forms";
    }
    String wrong =
        forms.stream()
            .map(LexiconReader::wrongWith)
            .filter(it -> !it.isEmpty())
            .findFirst()
            .orElse("");
    if (wrong.isEmpty()) {
      groups.add(forms);
    }
    return wrong;
  }

  private String addWord(String line) {
    List<Piece> word = form(line);
    String wrong = wrongWith(word);
    if (wrong.isEmpty()) {
      words.add(word);
    }
    return wrong;
  }

  private static List<Piece> form(String typed) {
    return Needle.phrase(typed.strip(), Needle.ANYWHERE).pieces();
  }

  private static String wrongWith(List<Piece> form) {
    if (form.stream().allMatch(piece -> piece.kind() == PieceScanner.Kind.SYMBOL)) {
      return "there is no word in one of the forms";
    }
    return form.size() > MAX_PIECES
        ? "a form can have at most " + MAX_PIECES + " words or characters"
        : "";
  }
}
