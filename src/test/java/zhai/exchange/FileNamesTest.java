package zhai.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

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
}
