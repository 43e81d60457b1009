package zhai.exchange.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.exchange.Beginning;

/// Bookmark files that are not as they should be.
class NetscapeReaderTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "<", "<DL><p><DT><A HREF", "no bookmarks", "<A HREF=''>x</A>"})
  void readsBrokenFilesWithoutThrowing(String text) throws IOException {
    assertTrue(told(text).lines().allMatch(line -> line.contains("~")), told(text));
  }

  @Test
  void readsFoldersInFoldersWithoutEnd() throws IOException {
    String deep =
        "<DL><p><DT><H3>f</H3>".repeat(2_000) + "<DL><p><DT><A HREF=\"http://a.example\">a</A>";
    assertEquals(1, told(deep).lines().count());
  }

  @Test
  void tellsFormatsByLabelAndContent() {
    assertEquals(ImportFormat.JSONL, ImportFormat.ofLabel("jsonl").orElseThrow());
    Beginning lines = Beginning.of("x", "\uFEFF {\"url\":");
    assertEquals(ImportFormat.JSONL, ImportFormat.detect(lines).orElseThrow());
    assertTrue(ImportFormat.detect(Beginning.of("x", "# A note")).isEmpty());
  }

  private static String told(String text) throws IOException {
    return new Told("x.html", text.getBytes(StandardCharsets.UTF_8)).by(new NetscapeReader());
  }
}
