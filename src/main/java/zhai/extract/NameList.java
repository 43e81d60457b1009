package zhai.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The names of elements that mean something, from `noise.txt`, `containers.txt` and `thread.txt`.
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
    selectors(containers.section("body"), Trait.NAMED_BODY);
    selectors(containers.section("article"), Trait.NAMED_ARTICLE);
    selectors(containers.section("main"), Trait.NAMED_MAIN);
    selectors(RuleFile.open("thread.txt").section("posts"), Trait.NAMED_POST);
  }

  private NameList() {}

  /// The traits of a whole id (`#name`) or class (`.name`), in lower case.
  static long whole(String name) {
    return WHOLE.getOrDefault(name, 0L);
  }

  /// The traits of a word that is part of an id or a class, in lower case.
  static long word(String word) {
    return WORDS.getOrDefault(word, 0L);
  }

  private static void words(List<String> lines, Trait trait) {
    for (String line : lines) {
      for (String word : line.split("\\s+")) {
        WORDS.merge(word, trait.bit(), (a, b) -> a | b);
      }
    }
  }

  private static void selectors(List<String> lines, Trait trait) {
    for (String line : lines) {
      for (String selector : line.split(",")) {
        String s = selector.strip().toLowerCase(Locale.ROOT);
        s = s.replaceAll("\\[itemprop=([^\\]]+)\\]", ".itemprop-$1");
        if (s.matches("[.#][\\w-]+")) {
          WHOLE.merge(s, trait.bit(), (a, b) -> a | b);
        }
      }
    }
  }
}
