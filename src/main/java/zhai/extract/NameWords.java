package zhai.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Takes the names of an element apart, its class and its id: `post-author_name` and
/// `postAuthorName` are post, author, name.
final class NameWords {
  private NameWords() {}

  /// The words in lower case, in their order.
  static List<String> of(String names) {
    List<String> words = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i <= names.length(); i++) {
      boolean ends = i == names.length() || !isPart(names.charAt(i));
      if (ends || (i > begin && isHump(names.charAt(i - 1), names.charAt(i)))) {
        if (i > begin) {
          words.add(names.substring(begin, i).toLowerCase(Locale.ROOT));
        }
        begin = ends ? i + 1 : i;
      }
    }
    return words;
  }

  private static boolean isPart(char c) {
    return (c >= '0' && c <= '9') || Character.isLetter(c);
  }

  private static boolean isHump(char before, char c) {
    return Character.isUpperCase(c) && Character.isLowerCase(before);
  }
}
