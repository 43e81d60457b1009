package zhai.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.cli.Zhai;
import zhai.loopback.TestWeb;
import zhai.store.OlderFormat;

/// Libraries of every format that there was are opened, brought up to date and read; one of a later
/// format is refused.
///
/// `mvn test -Dtest=GoldenLibraryTest -Dgolden.write=true` makes the library of the format of now
/// and those of earlier formats that are not kept yet.
class GoldenLibraryTest {
  /// Where SQLite keeps `user_version` (sqlite.org/fileformat.html).
  private static final int USER_VERSION_AT = 60;

  @TempDir Path folder;
  private Path database;
  private TestWeb web;
  private Zhai zhai;

  @BeforeEach
  void startTheWeb() throws IOException {
    web = new TestWeb();
    database = folder.resolve("library/library.db");
    zhai = new Zhai(database.getParent(), web);
  }

  @AfterEach
  void stopTheWeb() {
    web.close();
  }

  static IntStream formats() {
    return IntStream.rangeClosed(1, OlderFormat.latest());
  }

  @Test
  void isWrittenWhenAsked() throws IOException {
    assumeTrue(Boolean.getBoolean("golden.write"), "only with -Dgolden.write=true");
    Path made = GoldenLibrary.make(folder.resolve("made"));
    for (int format : formats().filter(GoldenLibraryTest::isToBeWritten).toArray()) {
      Path older = folder.resolve("format-%d/library.db".formatted(format));
      OlderFormat.write(made, format, older);
      Path copy = Files.copy(older, folder.resolve("library-%d.db".formatted(format)));
      GoldenLibrary.keep(format, copy, GoldenLibrary.told(new Zhai(older.getParent(), web)));
    }
  }

  private static boolean isToBeWritten(int format) {
    return format == OlderFormat.latest() || !GoldenLibrary.isKept(format);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void isBroughtUpToDateAndReadAsItWasWritten(int format) throws IOException {
    GoldenLibrary.unpack(format, database);
    assertEquals(GoldenLibrary.expected(format), GoldenLibrary.told(zhai));
    assertEquals("The library is sound.\n", zhai.run("check", "--read-data").out());
    Path copy = folder.resolve("library/library.db.before-" + (format + 1));
    assertEquals(format < OlderFormat.latest(), Files.exists(copy));
    assertEquals(0, zhai.run("add", "--no-fetch", "https://example.org/next", "-n", "new").code());
  }

  @Test
  void holdsThePicturesOfItsArticles() throws IOException {
    GoldenLibrary.unpack(OlderFormat.latest(), database);
    String shown = zhai.run("show", "https://news.example.org/one").out();
    assertTrue(shown.endsWith("      images: 1 kept (5 kB)\n"), shown);
  }

  /// The copy that an upgrade leaves is a library of the older format, whole.
  @ParameterizedTest
  @MethodSource("formats")
  void isCopiedBeforeItIsBroughtUpToDate(int format) throws IOException {
    assumeTrue(format < OlderFormat.latest(), "nothing is to be done");
    GoldenLibrary.unpack(format, database);
    zhai.run("list");
    Path copy = folder.resolve("library/library.db.before-" + (format + 1));
    assertEquals(format, userVersion(copy));
    Path elsewhere = folder.resolve("elsewhere");
    Zhai other = new Zhai(elsewhere, web);
    assertEquals(0, other.run("restore", copy.toString()).code());
    assertEquals(GoldenLibrary.expected(format), GoldenLibrary.told(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list",
        "search x",
        "add --no-fetch https://example.org/a",
        "note 1 -n x",
        "edit 1 --star",
        "remove 1",
        "export",
        "fetch",
        "check --repair",
        "reindex",
        "backup copy.db",
        "status",
      })
  void ofALaterFormatIsRefusedByEveryCommandAndNotOneByteIsChanged(String command)
      throws IOException {
    GoldenLibrary.unpack(OlderFormat.latest(), database);
    setUserVersion(99);
    Map<String, List<Byte>> before = bytes();
    Zhai.Ran ran = zhai.run(command.split(" "));
    assertEquals(12, ran.code(), ran::toString);
    assertEquals(
        "zhai: %s has format 99; this program knows formats up to %d. Nothing was changed; update zhai to use it.\n"
            .formatted(database, OlderFormat.latest()),
        ran.err());
    assertEquals(before, bytes());
  }

  @Test
  void ofALaterFormatNamesTheCopyThatIsTheWayBack() throws IOException {
    GoldenLibrary.unpack(OlderFormat.latest(), database);
    Path copy = database.resolveSibling("library.db.before-" + (OlderFormat.latest() + 1));
    Files.copy(database, copy);
    setUserVersion(99);
    Zhai.Ran ran = zhai.run("list");
    assertEquals(12, ran.code(), ran::toString);
    assertTrue(
        ran.err()
            .contains(
                "`zhai --library FOLDER restore %s` puts that into another folder".formatted(copy)),
        ran.err());
    Zhai other = new Zhai(folder.resolve("elsewhere"), web);
    assertEquals(0, other.run("restore", copy.toString()).code());
    assertEquals(GoldenLibrary.expected(OlderFormat.latest()), GoldenLibrary.told(other));
  }

  private int userVersion(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      bytes.seek(USER_VERSION_AT);
      return bytes.readInt();
    }
  }

  private void setUserVersion(int version) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(database.toFile(), "rw")) {
      bytes.seek(USER_VERSION_AT);
      bytes.writeInt(version);
    }
  }

  private Map<String, List<Byte>> bytes() throws IOException {
    Map<String, List<Byte>> all = new HashMap<>();
    try (Stream<Path> files = Files.walk(database.getParent())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] content = Files.readAllBytes(file);
        all.put(
            file.toString(), IntStream.range(0, content.length).mapToObj(i -> content[i]).toList());
      }
    }
    return all;
  }
}
