package zhai.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class FileNamesTest {
  private static final List<String> PARTS =
      List.of(
          "../",
          "..",
          "/",
          "/etc/passwd",
          "C:",
          "\\",
          "..\\",
          "\u0000",
          "CON",
          "nul",
          "Com1",
          "LPT9.txt",
          ".",
          " ",
          ". .",
          "\u3000",
          "\u00a0",
          "\u200b",
          "\u202e",
          "\ufeff",
          "é",
          "e\u0301",
          "É",
          "ß",
          "ẞ",
          "ss",
          "İ",
          "ı",
          "ſ",
          "K",
          "K",
          "Å",
          "\ud800",
          "\udc00",
          "😀",
          "👩\u200d💻",
          "検索",
          "长".repeat(100),
          "e\u0301".repeat(80),
          "x".repeat(300),
          "[[a]]",
          "#b",
          "^c",
          "a|b",
          "~$",
          "-",
          "-2",
          "-3",
          "\n",
          "\t",
          "%2e%2e%2f",
          "a",
          "A",
          "ａ",
          "ﬁ",
          "fi",
          "*?<>\"");

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = true,
      delimiter = '|',
      value = {
        "检索：没有大算力时？      | 检索：没有大算力时？.md",
        "../../etc/passwd          | etc passwd.md",
        "/etc/passwd               | etc passwd.md",
        "C:\\x                     | C x.md",
        "con                       | _con.md",
        "NUL.txt                   | _NUL.txt.md",
        "a. .                      | a.md",
        ".hidden                   | hidden.md",
        "...                       | untitled.md",
        "a<b>:c?                   | a b c.md",
      })
  void holdAsMuchOfATitleAsAFileCan(String title, String name) {
    assertEquals(name, new FileNames().of(title, "md"));
  }

  @Test
  void areGivenOnceEach() {
    FileNames names = new FileNames();
    assertEquals("Café.md", names.of("Café", "md"));
    assertEquals("CAFÉ-2.md", names.of("CAFE\u0301", "md"));
    assertEquals("café-3", names.of("café-3", ""));
    assertEquals("Café-3.md", names.of("Café", "md"));
  }

  @Test
  void areShortEnoughForEveryDisk() {
    String name = new FileNames().of("长".repeat(300), "md");
    assertTrue(name.getBytes(StandardCharsets.UTF_8).length < 200, name);
  }

  @Test
  void areGoodEverywhereAndNeverTwiceTheSameOnAnyDisk() {
    FileNames names = new FileNames();
    Random random = new Random(20260104);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      String title = title(random);
      String name = names.of(title, "md");
      assertTrue(isGood(name), () -> title + " → " + name);
      assertTrue(seen.add(asOnAnyDisk(name)), () -> title + " → " + name);
    }
  }

  @Test
  void areFoundSoonWhenAllTitlesAreAlike() {
    FileNames names = new FileNames();
    names.of("untitled-7", "md");
    String last = "";
    for (int i = 0; i < 10_000; i++) {
      last = names.of("", "md");
    }
    assertEquals("untitled-10001.md", last);
  }

  /// A title made of the worst that a disk may be asked to hold.
  public static String title(Random random) {
    StringBuilder title = new StringBuilder();
    for (int parts = random.nextInt(4); parts >= 0; parts--) {
      title.append(PARTS.get(random.nextInt(PARTS.size())));
      if (random.nextInt(3) == 0) {
        title.append((char) random.nextInt(0x10000));
      }
    }
    return title.toString();
  }

  private static boolean isGood(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length <= 255
        && new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(name)
        && Normalizer.isNormalized(name, Normalizer.Form.NFC)
        && name.endsWith(".md")
        && !name.matches("(?s)[. ].*|.*[/\\\\:*?\"<>|\\p{Cntrl}].*|.*[. ]\\.md")
        && !name.matches("(?i)(con|prn|aux|nul|com\\d|lpt\\d) *\\..*");
  }

  private static String asOnAnyDisk(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD).toUpperCase(Locale.ROOT);
  }
}
