package zhai.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The JSON of the sample list, written down to the byte.
class GoldenTest {

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

  static String golden(String file) throws IOException {
    try (InputStream in = GoldenTest.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
