package zhai.exchange.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhai.exchange.Samples;

/// Each format as a file to look at: the same sample list, written down to the byte.
class GoldenListTest {

  @ParameterizedTest
  @CsvSource({"MARKDOWN, list.md", "HTML, list.html", "NETSCAPE, bookmarks.html"})
  void writesTheSampleListAsTheGoldenFile(ExportFormat format, String file) throws IOException {
    assertEquals(Written.golden(file), Written.as(format, Samples.LIST));
  }
}
