package zhai.exchange;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Several texts in one cell of a table, with a line of three hyphens between them. A text's own
/// lines of hyphens get a backslash in front, and lose it when they are read.
public final class Cells {
  private static final Pattern OWN_LINE = Pattern.compile("(?m)^(?=\\\\*---$)");
  private static final Pattern GUARDED_LINE = Pattern.compile("(?m)^\\\\(?=\\\\*---$)");
  private static final Pattern BETWEEN = Pattern.compile("(?:^|\\R)---(?:\\R|$)");

  private Cells() {}

  /// The texts as one, each without white space around it; one may be empty.
  public static String join(List<String> texts) {
    return texts.stream()
        .map(text -> OWN_LINE.matcher(text.strip()).replaceAll("\\\\"))
        .collect(Collectors.joining("\n---\n"));
  }

  /// The texts of a cell that {@link #join} made; of any other cell its whole text.
  public static List<String> split(String cell) {
    return Stream.of(BETWEEN.split(cell, -1))
        .map(text -> GUARDED_LINE.matcher(text).replaceAll("").strip())
        .toList();
  }
}
