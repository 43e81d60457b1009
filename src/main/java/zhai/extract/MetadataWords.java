package zhai.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The words of `metadata.txt`, by which a page's statements about itself are read.
final class MetadataWords {
  private static final RuleFile FILE = RuleFile.open("metadata.txt");

  static final List<String> AUTHOR_META = FILE.section("author-meta");
  static final List<String> PUBLISHED_META = FILE.section("published-meta");
  static final List<String> UPDATED_META = FILE.section("updated-meta");
  static final Set<String> WRITTEN_BY = set("written-by");
  static final Set<String> NOBODY = set("nobody");
  static final Set<String> ORGANISATIONS = set("organisations");
  static final Set<String> ROLES = set("roles");
  static final Set<String> GENERIC_TITLES = set("generic-titles");
  private static final Set<String> SURNAMES = new HashSet<>();
  private static final List<String> UPDATED = FILE.section("updated-words");
  private static final List<String> OTHER_DATES = FILE.section("other-dates");
  private static final Set<String> APART = new HashSet<>();
  private static final Set<String> APART_BEGINNINGS = new HashSet<>();

  static {
    for (String line : FILE.section("surnames")) {
      SURNAMES.addAll(List.of(line.split(line.contains(" ") ? " " : "")));
    }
    for (String word : FILE.section("apart")) {
      if (word.endsWith("*")) {
        APART_BEGINNINGS.add(word.substring(0, word.length() - 1));
      } else {
        APART.add(word);
      }
    }
  }

  private MetadataWords() {}

  private static Set<String> set(String section) {
    return Set.copyOf(new HashSet<>(FILE.section(section)));
  }

  /// Whether a class or id is of something that stands around the article.
  static boolean isApart(List<String> words) {
    for (String word : words) {
      if (APART.contains(word)) {
        return true;
      }
      for (String beginning : APART_BEGINNINGS) {
        if (word.startsWith(beginning)) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether two to four ideographs begin with a Chinese family name.
  static boolean isChineseName(String name) {
    return SURNAMES.contains(name.substring(0, 1))
        || (name.length() > 2 && SURNAMES.contains(name.substring(0, 2)));
  }

  /// Whether a line's date says when the text was changed.
  static boolean isAboutAChange(String line) {
    return contains(line, UPDATED);
  }

  /// Whether a line's date is not about the text at all.
  static boolean isAboutSomethingElse(String line) {
    return contains(line, OTHER_DATES);
  }

  private static boolean contains(String line, List<String> parts) {
    String lower = line.toLowerCase(Locale.ROOT);
    return parts.stream().anyMatch(lower::contains);
  }
}
