package zhai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LexiconFilesTest extends CommandTest {
  @BeforeEach
  void keepAPage() {
    zhai.run("add", POST, "--no-fetch", "-n", "组会上讲了大模型");
  }

  private void write(String name, String text) throws IOException {
    Path lexicon = folder.resolve("library").resolve("lexicon");
    Files.createDirectories(lexicon);
    Files.writeString(lexicon.resolve(name), text);
  }

  @Test
  void theSameInOtherWordsIsFound() throws IOException {
    assertTrue(zhai.run("search", "LLM").out().contains(POST));
    assertEquals("", zhai.run("search", "\"LLM\"").out());
    assertEquals("", zhai.run("search", "group meeting").out());
    write("synonyms.txt", "组会 = group meeting\n");
    assertTrue(zhai.run("search", "group meeting").out().contains(POST));
    assertTrue(zhai.run("list", "group meeting").out().contains(POST));
  }

  @Test
  void theShippedGroupsCanBeSwitchedOff() throws IOException {
    write("synonyms.txt", "shipped = off\n");
    assertEquals("", zhai.run("search", "LLM").out());
  }

  @Test
  void aLineThatIsWrongIsNamed() throws IOException {
    write("synonyms.txt", "组会 =\n");
    Zhai.Ran ran = zhai.run("search", "组会");
    assertTrue(ran.out().contains(POST));
    assertEquals(
        "lexicon/synonyms.txt, line 1: there is no word in one of the forms: 组会 =",
        ran.err().strip());
  }
}
