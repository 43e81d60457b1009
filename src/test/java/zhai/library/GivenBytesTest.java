package zhai.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenBytesTest {
  private static final int MEGABYTE = 1 << 20;

  @TempDir Path folder;

  /// As `/dev/zero` is.
  private static final class Endless extends InputStream {
    @Override
    public int read() {
      return 0;
    }
  }

  @Test
  void stopsAtItsLimitWhateverComesIn() {
    TooLargeException refused =
        assertThrows(
            TooLargeException.class,
            () -> GivenBytes.read(new Endless(), "standard input", MEGABYTE));
    assertEquals("standard input is larger than 1 MB", refused.getMessage());
  }

  @Test
  void takesWhatIsJustAsLargeAsItMayBe() throws IOException {
    InputStream in = new ByteArrayInputStream(new byte[MEGABYTE]);
    assertEquals(MEGABYTE, GivenBytes.read(in, "standard input", MEGABYTE).size());
  }

  @Test
  void keepsNobodysWordsAsQuestionMarks() throws IOException {
    Path file = folder.resolve("picked.txt");
    Files.write(file, "检索".getBytes(Charset.forName("GBK")));
    IOException refused = assertThrows(IOException.class, () -> GivenBytes.text(file));
    assertEquals(file + " is not in UTF-8", refused.getMessage());
  }
}
