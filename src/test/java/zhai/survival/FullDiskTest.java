package zhai.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhai.cli.Zhai;
import zhai.loopback.TestWeb;

/// The disk runs full. Only root on Linux can make a disk so small, in memory; elsewhere these
/// tests are skipped and say so.
class FullDiskTest {
  private static final int DISK_BYTES = 2 << 20;

  @TempDir Path folder;
  private Path disk;
  private TestWeb web;
  private Zhai zhai;
  private final Ledger ledger = new Ledger();

  @BeforeEach
  void mountASmallDisk() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    String[] mount = {"mount", "-t", "tmpfs", "-o", "size=" + DISK_BYTES, "tmpfs", disk.toString()};
    assumeTrue(succeeds(mount), "no small disk can be mounted here (that takes root on Linux)");
    web = new TestWeb();
    zhai = new Zhai(disk.resolve("library"), web);
  }

  @AfterEach
  void unmountIt() throws Exception {
    if (web != null) {
      web.close();
      assertTrue(succeeds("umount", disk.toString()));
    }
  }

  private static boolean succeeds(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  @Test
  void whatWasStoredStaysUsableOnAFullDisk() {
    Zhai.Ran refused = addUntilNothingFits();
    assertNotEquals(0, refused.code());
    assertEquals(1, refused.err().lines().count(), refused.err());
    assertTrue(refused.err().startsWith("zhai: "), refused.err());
    assertEquals(List.of(), refused.out().lines().filter(it -> it.startsWith("stored")).toList());

    for (List<String> command : stillWorking()) {
      Zhai.Ran ran = zhai.run(command.toArray(String[]::new));
      assertEquals(0, ran.code(), command + ": " + ran.out() + ran.err());
    }
    List<Kept> library = Kept.parse(zhai.run("list", "--json", "--limit", "1000000").out());
    assertEquals(List.of(), ledger.lost(library));
  }

  /// Not `remove`: the trash that it puts things into needs room itself.
  private List<List<String>> stillWorking() {
    String list = folder.resolve("list.md").toString();
    return List.of(
        List.of("list"),
        List.of("export", "-o", list),
        List.of("check"),
        List.of("search", Afterwards.WORD));
  }

  private Zhai.Ran addUntilNothingFits() {
    for (int i = 0; ; i++) {
      Ledger.Words words =
          new Ledger.Words(
              "picked " + i, Afterwards.WORD + " long words ".repeat(3000) + i, "full");
      Zhai.Ran ran =
          zhai.run(
              "add",
              "--no-fetch",
              "https://blog.example.org/" + i,
              "-x",
              words.excerpt(),
              "-n",
              words.note(),
              "-t",
              words.tag());
      ledger.enter(ran.out().lines().toList(), words);
      if (!ran.out().startsWith("stored")) {
        return ran;
      }
    }
  }
}
