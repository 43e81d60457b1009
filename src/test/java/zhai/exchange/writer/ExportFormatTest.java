package zhai.exchange.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportFormatTest {

  @ParameterizedTest
  @CsvSource({
    "list.md, MARKDOWN",
    "LIST.HTML, HTML",
    "all.jsonl, JSONL",
    "x.tar.gz, ",
    "md, MARKDOWN",
  })
  void tellsTheFormatByTheFilesEnding(String name, ExportFormat format) {
    assertEquals(format, ExportFormat.ofFileName(name).orElse(null));
  }

  @Test
  void isNamedWhateverTheCase() {
    assertEquals(ExportFormat.NETSCAPE, ExportFormat.ofLabel("Netscape").orElseThrow());
  }
}
