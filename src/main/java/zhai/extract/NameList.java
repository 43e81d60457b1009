package zhai.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The names of elements that mean something. Those of what stands around articles are words of a
/// class or an id, in `noise.txt`; those of articles, in `containers.txt`, and of posts, in
/// `thread.txt`, are whole: `.class`, `#id`, `#id*` for ids that end in a number,
/// `[itemprop=name]`.
final class NameList {
  private static final Map<String, Long> WHOLE = new HashMap<>();
  private static final Map<String, Long> WORDS = new HashMap<>();

  static {
    RuleFile noise = RuleFile.open("noise.txt");
    words(noise.section("names"), Trait.NAMED_NOISE);
    words(noise.section("dialogs"), Trait.DIALOG);
    words(noise.section("talk"), Trait.NAMED_TALK);
    words(noise.section("meta"), Trait.NAMED_META);
    words(noise.section("captions"), Trait.NAMED_CAPTION);
    words(noise.section("cards"), Trait.NAMED_CARD);
    words(noise.section("hidden"), Trait.NAMED_HIDDEN);
    words(noise.section("summaries"), Trait.NAMED_SUMMARY);
    words(noise.section("titles"), Trait.NAMED_TITLE);
    RuleFile containers = RuleFile.open("containers.txt");
    names(containers.section("body"), Trait.NAMED_BODY);
    names(containers.section("article"), Trait.NAMED_ARTICLE);
    names(containers.section("main"), Trait.NAMED_MAIN);
    names(containers.section("code"), Trait.CODE);
    names(RuleFile.open("thread.txt").section("posts"), Trait.NAMED_POST);
  }

  private NameList() {}

  /// The traits of a whole name, in lower case.
  static long whole(String name) {
    return WHOLE.getOrDefault(name, 0L);
  }

  /// The traits of a word that is part of an id or a class, in lower case.
  static long word(String word) {
    return WORDS.getOrDefault(word, 0L);
  }

  private static void words(List<String> lines, Trait trait) {
    for (String line : lines) {
      for (String word : line.split("\\s+", -1)) {
        add(WORDS, word, trait);
      }
    }
  }

  private static void names(List<String> lines, Trait trait) {
    for (String line : lines) {
      for (String name : line.toLowerCase(Locale.ROOT).split(",\\s*", -1)) {
        if (!name.matches("[.#][\\w-]+\\*?|\\[itemprop=\\w+]")) {
          throw new IllegalStateException("no name of an element: " + name);
        }
        add(WHOLE, name, trait);
      }
    }
  }

  private static void add(Map<String, Long> names, String name, Trait trait) {
    names.put(name, names.getOrDefault(name, 0L) | trait.bit());
  }
}
