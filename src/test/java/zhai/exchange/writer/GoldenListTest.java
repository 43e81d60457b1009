package zhai.exchange.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhai.exchange.Grouping;
import zhai.exchange.Layout;
import zhai.exchange.Samples;
import zhai.exchange.Split;
import zhai.exchange.With;

/// Each format as a file to look at: the same sample list, written down to the byte.
class GoldenListTest {

  @ParameterizedTest
  @CsvSource({
    "MARKDOWN, list.md",
    "HTML, list.html",
    "NETSCAPE, bookmarks.html",
    "JSON, list.json",
    "CSV, list.csv",
    "BIBTEX, list.bib",
    "RIS, list.ris",
    "CSL_JSON, list.csl.json",
    "OPML, list.opml",
    "ATOM, list.atom",
    "JSON_FEED, list.feed.json",
  })
  void writesTheSampleListAsTheGoldenFile(ExportFormat format, String file) throws IOException {
    assertEquals(Written.golden(file), Written.as(format, Samples.LIST));
  }

  @ParameterizedTest
  @CsvSource({
    "MARKDOWN, TAG, by-tag.md",
    "HTML, TAG, by-tag.html",
    "NETSCAPE, TAG, folders.html",
    "OPML, SITE, by-site.opml",
  })
  void writesTheSampleListInGroupsAsTheGoldenFile(
      ExportFormat format, Grouping grouping, String file) throws IOException {
    Layout layout = new Layout(grouping, Split.NONE, With.ALL);
    assertEquals(Written.golden(file), Written.as(format, Samples.LIST.with(layout)));
  }
}
