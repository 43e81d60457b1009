package zhai.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that is written whole is like any other that its owner makes.
class WholeFileTest {
  @TempDir Path folder;

  @Test
  void mayBeReadByWhomAnyNewFileMayBe() throws IOException {
    assumeTrue(File.separatorChar == '/', "only where files have an owner and a mode");
    Path plain = Files.writeString(folder.resolve("plain"), "x");
    Path whole = folder.resolve("whole");
    WholeFile.write(whole, out -> out.write('x'));
    assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(whole));
  }

  @Test
  void leavesNothingBehindWhenItFails() throws IOException {
    Path whole = Files.writeString(folder.resolve("whole"), "before");
    WholeFile.Content half =
        out -> {
          out.write('x');
          throw new IOException("full");
        };
    assertThrows(IOException.class, () -> WholeFile.write(whole, half));
    assertEquals("before", Files.readString(whole));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }
}
