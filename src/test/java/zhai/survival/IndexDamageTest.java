package zhai.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import zhai.cli.Zhai;
import zhai.loopback.TestWeb;

/// Whatever becomes of the search index, the next search finds what there is and says in one line
/// that it built the index anew.
@Timeout(value = 2, unit = TimeUnit.HOURS)
class IndexDamageTest {
  private static final String BUILT_ANEW =
      "zhai: the search index was missing, damaged or out of date; it was built anew, nothing is"
          + " lost\n";

  @TempDir Path folder;
  private TestWeb web;
  private Zhai zhai;
  private Path lucene;

  @BeforeEach
  void fill() throws IOException {
    web = new TestWeb();
    Path library = folder.resolve("library");
    zhai = new Zhai(library, web);
    lucene = library.resolve("lucene");
    for (int i = 0; i < 3; i++) {
      web.article("blog.example.org/" + i, "知识蒸馏 " + i, "小模型两样都学，第%d篇。".formatted(i));
      assertEquals(
          "", zhai.run("add", "https://blog.example.org/" + i, "-n", Afterwards.WORD).err());
    }
  }

  @AfterEach
  void stopTheWeb() {
    web.close();
  }

  /// Something that can happen to a file.
  private enum Harm {
    DELETED {
      @Override
      void to(Path file) throws IOException {
        Files.delete(file);
      }
    },
    EMPTIED {
      @Override
      void to(Path file) throws IOException {
        Files.write(file, new byte[0]);
      }
    },
    CUT {
      @Override
      void to(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
      }
    },
    GARBAGE {
      @Override
      void to(Path file) throws IOException {
        byte[] garbage = new byte[(int) Files.size(file)];
        new Random(20260104).nextBytes(garbage);
        Files.write(file, garbage);
      }
    };

    abstract void to(Path file) throws IOException;
  }

  @ParameterizedTest
  @EnumSource
  void healsWhateverHappensToAnyFile(Harm harm) throws IOException {
    for (Path file : files()) {
      if (Files.exists(file)) {
        harm.to(file);
        assertHeals(harm + " " + file);
      }
    }
  }

  private void assertHeals(String what) {
    Zhai.Ran search = zhai.run("search", "小模型 " + Afterwards.WORD, "--json");
    assertEquals(0, search.code(), what + search);
    assertEquals(3, search.out().lines().count(), what + search);
    assertTrue(List.of("", BUILT_ANEW).contains(search.err()), what + search);
    assertEquals("The library is sound.\n", zhai.run("check", "--read-data").out(), what);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(lucene)) {
      return all.filter(Files::isRegularFile).sorted(Comparator.reverseOrder()).toList();
    }
  }

  @Test
  void saysSoWhenItIsGone() throws IOException {
    move(lucene, folder.resolve("gone"));
    assertBuildsAnew();
  }

  @Test
  void takesAnotherLibrarysIndexForNone() throws IOException {
    Path other = folder.resolve("other");
    new Zhai(other, web).run("add", "--no-fetch", "https://example.org/elsewhere", "-n", "小模型");
    move(lucene, folder.resolve("gone"));
    move(other.resolve("lucene"), lucene);
    assertBuildsAnew();
  }

  /// As when a backup by hand put an older `library.db` beside a newer index.
  @Test
  void takesAnIndexThatIsAheadForNone() throws IOException {
    Path copy = folder.resolve("copy.db");
    zhai.run("backup", copy.toString());
    zhai.run("add", "--no-fetch", "https://example.org/later", "-n", "小模型 " + Afterwards.WORD);
    Files.move(
        copy,
        lucene.resolveSibling("library.db"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Zhai.Ran search = zhai.run("search", "小模型 " + Afterwards.WORD, "--json");
    assertTrue(
        search.err().startsWith("zhai: library.db lacks the last changes that the search index"),
        search::toString);
    assertEquals(3, search.out().lines().count(), search::toString);
    assertEquals("", zhai.run("search", "小模型").err());
  }

  private void assertBuildsAnew() {
    Zhai.Ran search = zhai.run("search", "小模型 " + Afterwards.WORD, "--json");
    assertEquals(BUILT_ANEW, search.err());
    assertEquals(3, search.out().lines().count(), search::toString);
    assertEquals("", zhai.run("search", "小模型").err());
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to);
  }

  /// A flipped bit in the middle of a file makes the reading of it fail in any way, or not at all.
  @Test
  void findsEveryFlippedBitWhenItReadsAllData() throws IOException {
    Random random = new Random(20260104);
    int flips = Integer.getInteger("zhai.flips", 40);
    int found = 0;
    for (int flip = 0; flip < flips; flip++) {
      List<Path> files = files().stream().filter(IndexDamageTest::hasContent).toList();
      Path file = files.get(random.nextInt(files.size()));
      BitFlip.in(file, random);
      Zhai.Ran search = zhai.run("search", "小模型 " + Afterwards.WORD, "--json");
      assertEquals(0, search.code(), file + search.toString());
      Zhai.Ran check = zhai.run("check", "--read-data");
      assertEquals(0, check.code(), file + check.toString());
      boolean said =
          search.err().equals(BUILT_ANEW) || check.out().contains("the index was damaged");
      assertTrue(said || check.err().equals(BUILT_ANEW), file + " " + search + check);
      found++;
      assertEquals("The library is sound.\n", zhai.run("check", "--read-data").out());
    }
    System.out.printf(
        "suite restore: %d bits flipped in the index, %d found and healed%n", flips, found);
  }

  private static boolean hasContent(Path file) {
    try {
      return Files.size(file) > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
