package zhai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Java's regular expressions go one call deeper for each repetition of a group that may be given
/// back, and a text of some thousand repetitions ends the program. So a group is repeated without a
/// bound only where nothing is given back: `(…)*+`, `(…)++`.
class RepeatedGroupsTest {
  private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\n]++|\\\\.)*+\"");
  private static final Pattern UNBOUNDED =
      Pattern.compile("(?<!\\\\)\\)(?:[*+](?!\\+)|\\{\\d*+,\\}(?!\\+))");

  @Test
  void noGroupIsRepeatedWithoutABoundUnlessItKeepsWhatItTook() throws IOException {
    List<String> found = new ArrayList<>();
    int read = 0;
    for (Path file : files("src/main/java", ".java")) {
      for (String line : Files.readAllLines(file)) {
        Matcher literal = LITERAL.matcher(line.strip().startsWith("//") ? "" : line);
        while (literal.find()) {
          read++;
          if (isRegex(literal.group()) && UNBOUNDED.matcher(literal.group()).find()) {
            found.add(file + ": " + literal.group());
          }
        }
      }
    }
    assertFalse(read == 0);
    assertEquals(List.of(), found);
  }

  @Test
  void neitherIsOneInTheTablesOfRules() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files("src/main/resources", ".rules")) {
      for (String line : Files.readAllLines(file)) {
        if (!line.startsWith("#") && UNBOUNDED.matcher(line).find()) {
          found.add(file + ": " + line);
        }
      }
    }
    assertEquals(List.of(), found);
  }

  /// Text of other languages has brackets, too; a regular expression groups with `(?:` or escapes.
  private static boolean isRegex(String literal) {
    return literal.contains("(?") || literal.contains("[") || literal.contains("\\\\");
  }

  private static List<Path> files(String root, String ending) throws IOException {
    try (Stream<Path> tree = Files.walk(Path.of(root))) {
      return tree.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
