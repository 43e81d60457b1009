package zhai.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each format as a file to look at: the same sample list, written down to the byte.
class GoldenTest {

  @ParameterizedTest
  @CsvSource({"MARKDOWN, list.md", "HTML, list.html", "NETSCAPE, bookmarks.html"})
  void writesTheSampleListAsTheGoldenFile(ExportFormat format, String file) throws IOException {
    assertEquals(golden(file), written(format, Samples.LIST));
  }

  @Test
  void writesTheSampleDossierAsTheGoldenLine() throws IOException {
    assertEquals(golden("dossier.jsonl"), JsonLines.write(Samples.dossier()) + "\n");
  }

  @Test
  void writesTheSampleEntriesAsTheGoldenLines() throws IOException {
    String lines =
        Samples.LIST.entries().stream()
            .map(EntryJson::write)
            .collect(Collectors.joining("\n", "", "\n"));
    assertEquals(golden("entries.jsonl"), lines);
  }

  static String written(ExportFormat format, ReadingList list) throws IOException {
    StringBuilder out = new StringBuilder();
    format.writer().orElseThrow().write(list, out);
    return out.toString();
  }

  static String golden(String file) throws IOException {
    try (InputStream in = GoldenTest.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
