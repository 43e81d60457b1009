package zhai.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Latin letters of a query that may be Chinese typed by its sound: `zhihu`, or `qhxx` for 强化学习.
///
/// Only titles and tags are found so, and only by a word that stands in no text as it is. Letters
/// are two whole syllables at least, or three first letters, or the first letters of a whole title
/// or tag.
final class Sounds {
  private static final Pattern LETTERS = Pattern.compile("[a-z]{2,40}");
  private static final int MIN_SYLLABLES = 2;
  private static final int MIN_INITIALS = 3;

  /// Words of a query that are looked at; nobody types more by sound.
  private static final int MAX_WORDS = 8;

  private static final List<TextField> TEXTS =
      List.of(TextField.PAGE, TextField.TITLE, TextField.EXCERPT, TextField.NOTE);

  private Sounds() {}

  /// What the words of a query may sound like, by the word as typed: rows of tokens of {@link
  /// SoundTokenizer}.
  static Map<String, List<List<String>>> of(List<Needle> needles, KnownTerms known) {
    Map<String, List<List<String>>> sounds = new HashMap<>();
    for (Needle needle : needles.subList(0, Math.min(MAX_WORDS, needles.size()))) {
      String letters = needle.text();
      if (!needle.exact()
          && needle.isRun()
          && LETTERS.matcher(letters).matches()
          && isNowhere(needle, known)) {
        sounds.put(needle.typed(), rows(letters));
      }
    }
    return sounds;
  }

  private static boolean isNowhere(Needle needle, KnownTerms known) {
    String run = needle.text();
    List<String> stems = Analysis.words(run);
    return TEXTS.stream()
        .noneMatch(field ->
            known.contains(field.grams(), run)
                || stems.stream().anyMatch(stem -> known.contains(field.words(), stem)));
  }

  private static List<List<String>> rows(String letters) {
    List<List<String>> rows = new ArrayList<>();
    Pinyin.syllables(letters).stream()
        .filter(syllables -> syllables.size() >= MIN_SYLLABLES)
        .forEach(rows::add);
    List<String> initials = new ArrayList<>();
    letters.chars().forEach(letter -> initials.add(SoundTokenizer.initial((char) letter)));
    if (initials.size() < MIN_INITIALS) {
      initials.addFirst(SoundTokenizer.START);
      initials.addLast(SoundTokenizer.END);
    }
    rows.add(initials);
    return rows;
  }
}
