package zhai.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolderTest {
  private static final long ME = ProcessHandle.current().pid();

  @TempDir Path folder;

  private Holder holder(String task) {
    return Holder.beside(folder.resolve("library.db"), task);
  }

  @Test
  void isWhoeverSignedLast() {
    holder("add a").sign();
    holder("import\nof many lines").sign();
    assertEquals(Optional.of(new Holder.Signature(ME, "import")), holder("").living());
    assertEquals(Optional.empty(), holder("").other());
    holder("").erase();
    assertEquals(Optional.empty(), holder("").living());
    assertFalse(Files.exists(folder.resolve("library.db.holder")));
  }

  /// The number 1 is always some process's, which did not start at that time.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1 1970-01-01T00:00:00Z\nadd a\n",
        "999999999 2026-01-04T00:00:00Z\nadd a\n",
        "one 2026-01-04T00:00:00Z\nadd a\n",
        "12 34 56\nadd a\n",
        "\u0000\u0000"
      })
  void isNobodyWhenTheSignatureIsNoLivingProcesss(String content) throws IOException {
    Files.writeString(folder.resolve("library.db.holder"), content);
    assertEquals(Optional.empty(), holder("").living());
    holder("add a").sign();
    assertEquals(Optional.of(new Holder.Signature(ME, "add a")), holder("").living());
  }

  @Test
  void isAnotherProcessThatLives() throws IOException {
    ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
    String start = parent.info().startInstant().orElseThrow().toString();
    Files.writeString(
        folder.resolve("library.db.holder"), "%d %s\nreindex\n".formatted(parent.pid(), start));
    Holder.Signature signature = new Holder.Signature(parent.pid(), "reindex");
    assertEquals(Optional.of(signature), holder("").other());
    holder("").erase();
    assertEquals(Optional.of(signature), holder("").other());
  }

  @Test
  void isNobodyWhereNothingCanBeWritten() {
    Holder nowhere = Holder.beside(folder.resolve("absent/library.db"), "add a");
    nowhere.sign();
    nowhere.erase();
    assertEquals(Optional.empty(), nowhere.living());
  }
}
