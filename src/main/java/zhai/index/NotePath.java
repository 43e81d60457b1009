package zhai.index;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The path of a note file, taken apart at its folders, so that a piece of it finds whole names
/// only: of `blog/daily/2026-01-04.md` the file by its name, by `daily/2026-01-04.md` and in full,
/// and the folders `blog/`, `daily/` and `blog/daily/`.
final class NotePath {
  /// Folders below this depth are known by the ends of the path only.
  private static final int MAX_DEPTH = 16;

  private static final Pattern HERE = Pattern.compile("^(?:\\./)++");

  private NotePath() {}

  /// Every run of whole names; one that is not the path's end has a slash behind it.
  static List<String> parts(String path) {
    List<Integer> starts = starts(path);
    List<String> parts = new ArrayList<>();
    for (int start : starts) {
      parts.add(path.substring(start));
      starts.stream()
          .limit(MAX_DEPTH)
          .filter(end -> end > start)
          .forEach(end -> parts.add(path.substring(start, end)));
    }
    return parts;
  }

  /// Where the path's names begin.
  private static List<Integer> starts(String path) {
    List<Integer> starts = new ArrayList<>();
    for (int start = 0; start >= 0 && start < path.length(); ) {
      starts.add(start);
      int slash = path.indexOf('/', start);
      start = slash < 0 ? -1 : slash + 1;
    }
    return starts;
  }

  /// What is looked for where somebody typed this: `./daily/` is `daily/`.
  static String asked(String typed) {
    return HERE.matcher(typed).replaceFirst("");
  }
}
