package zhai.exchange.reader;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lines that are made to make a reader compute for hours. What is read doesn't matter, only that
/// it is.
class HostileLinesTest {
  private static final int TIMES = 500_000;

  @ParameterizedTest
  @CsvSource({
    "netscape, <DT><A HREF='https://x.example/'>t</A>, <DD>x, ''",
    "netscape, '', <DL><DT><H3>f</H3>, <DT><A HREF='https://x.example/'>t</A>",
    "buku-markdown, '- ', [x](, <!-- TAGS: a -->",
    "nb, '# a', '    ', x",
    "text, a, '    ', b https://x.example/",
    "text, '', https://x.example/ , ''",
    "opml, <opml>, <outline text='a'>, <outline url='https://x.example/'/>",
    "json, '[{\"url\":\"https://x.example/\",\"a\":', [, ''",
    "csv, 'url,title\nhttps://x.example/,', '\"\"', ''",
  })
  void readsThemToTheEnd(String format, String before, String repeated, String after)
      throws IOException {
    byte[] file = (before + repeated.repeat(TIMES) + after).getBytes(StandardCharsets.UTF_8);
    ImportFormat read = ImportFormat.ofLabel(format).orElseThrow();
    Told told = new Told("x", file);
    read.reader().recognises(told.beginning());
    assertFalse(told.by(read.reader()).isEmpty());
  }
}
