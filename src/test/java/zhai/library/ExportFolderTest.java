package zhai.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.exchange.FileNames;
import zhai.exchange.FileNamesTest;

/// Whatever an export wants to write and whatever stands in the folder: nothing outside changes.
class ExportFolderTest {
  @TempDir Path around;
  private Path folder;

  @BeforeEach
  void putAFileOutside() throws IOException {
    Files.writeString(around.resolve("outside.md"), "outside");
    folder = around.resolve("folder");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../outside.md",
        "a/../../outside.md",
        "a/../b.md",
        "/etc/x",
        "/",
        "",
        ".",
        "..",
        "a//b.md",
        "a/",
        "./a.md",
        "..\\outside.md",
        "C:\\x",
        "C:x",
        "a\u0000.md",
        "a\nb.md"
      })
  void refusesWhatIsNoPlainPathBelowIt(String path) throws IOException {
    try (ExportFolder files = new ExportFolder(folder)) {
      assertThrows(IOException.class, () -> files.open(path));
      files.keep();
    }
    assertEquals(List.of("folder", "outside.md"), names(around));
    assertEquals(List.of(), names(folder));
    assertEquals("outside", Files.readString(around.resolve("outside.md")));
  }

  @Test
  void writesThroughNoLinkAndMakesNoFolderBehindOne() throws IOException {
    Path elsewhere = Files.createDirectory(around.resolve("elsewhere"));
    Files.createDirectory(folder);
    Files.createSymbolicLink(folder.resolve("days"), elsewhere);
    Files.createSymbolicLink(folder.resolve("lost"), around.resolve("not-there"));
    try (ExportFolder files = new ExportFolder(folder)) {
      assertThrows(IOException.class, () -> files.open("days/a.md"));
      assertThrows(IOException.class, () -> files.open("days/b/c.md"));
      assertThrows(IOException.class, () -> files.open("lost/a.md"));
      files.keep();
    }
    assertEquals(List.of(), names(elsewhere));
    assertEquals(List.of("elsewhere", "folder", "outside.md"), names(around));
  }

  @Test
  void replacesAFileThatIsALinkAndNotWhatItPointsTo() throws IOException {
    Files.createDirectory(folder);
    Files.createSymbolicLink(folder.resolve("a.md"), around.resolve("outside.md"));
    write("a.md", "new");
    assertEquals("new", Files.readString(folder.resolve("a.md")));
    assertEquals("outside", Files.readString(around.resolve("outside.md")));
  }

  @Test
  void mayItselfBeALinkThatTheUserNamed() throws IOException {
    Path there = Files.createDirectory(around.resolve("there"));
    Files.createSymbolicLink(folder, there);
    write("days/a.md", "a");
    assertEquals("a", Files.readString(there.resolve("days/a.md")));
  }

  @Test
  void leavesEverythingAsItWasWhenTheExportBreaksOff() throws IOException {
    write("a.md", "before");
    try (ExportFolder files = new ExportFolder(folder)) {
      put(files, "a.md", "half");
    }
    assertEquals(List.of("a.md"), names(folder));
    assertEquals("before", Files.readString(folder.resolve("a.md")));
  }

  @Test
  void writesFilesThatOthersMayReadAsTheirUserAllows() throws IOException {
    write("a.md", "a");
    Path plain = Files.writeString(around.resolve("plain.md"), "a");
    assertEquals(
        Files.getPosixFilePermissions(plain),
        Files.getPosixFilePermissions(folder.resolve("a.md"), LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void keepsTenThousandFilesOfAnyTitleInside() throws IOException {
    FileNames names = new FileNames();
    Random random = new Random(20260104);
    try (ExportFolder files = new ExportFolder(folder)) {
      for (int i = 0; i < 10_000; i++) {
        put(files, names.of(FileNamesTest.title(random), "md"), "");
      }
      assertEquals(10_000, files.keep());
    }
    assertEquals(List.of("folder", "outside.md"), names(around));
    assertEquals(10_000, names(folder).size());
  }

  private void write(String path, String text) throws IOException {
    try (ExportFolder files = new ExportFolder(folder)) {
      put(files, path, text);
      files.keep();
    }
  }

  private static void put(ExportFolder files, String path, String text) throws IOException {
    try (OutputStream out = files.open(path)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(it -> it.getFileName().toString()).sorted().toList();
    }
  }
}
