package zhai.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
  @TempDir Path folder;

  private Path file(String name, Duration untouched) throws IOException {
    return touched(Files.createFile(folder.resolve(name)), untouched);
  }

  private static Path touched(Path path, Duration before) throws IOException {
    FileTime now = FileTime.from(Files.getLastModifiedTime(path).toInstant().minus(before));
    return Files.setLastModifiedTime(path, now);
  }

  private Set<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  @Test
  void areClearedAwayOnceNobodyHasTouchedThemForADay() throws IOException {
    file("draft-1", Duration.ofHours(25));
    file("draft-2", Duration.ofHours(23));
    file("of-the-user", Duration.ofDays(900));
    Path parts = Files.createDirectory(folder.resolve("draft-3"));
    Files.createFile(parts.resolve("0.part"));
    touched(parts, Duration.ofDays(2));
    Leftovers.sweep(file("draft-4", Duration.ZERO), Pattern.compile("draft-\\d"));
    assertEquals(Set.of("draft-2", "draft-4", "of-the-user"), names());
  }

  @Test
  void ofABackupThatWasKilledGoWithTheNextOne() throws IOException {
    String uuid = "00000000-0000-4000-8000-000000000000";
    file("monday.db.new-" + uuid, Duration.ofDays(2));
    file("monday.db.new-" + uuid + "-journal", Duration.ofDays(2));
    file("monday.db.new-year", Duration.ofDays(2));
    try (Store store = Store.create(folder.resolve("library/library.db"))) {
      store.backup(folder.resolve("tuesday.db"));
    }
    assertEquals(Set.of("library", "monday.db.new-year", "tuesday.db"), names());
  }
}
