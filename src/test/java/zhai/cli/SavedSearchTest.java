package zhai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhai.cli.Zhai.Ran;

class SavedSearchTest extends CommandTest {
  private static final String FIRST =
      """
         1  https://blog.example.org/small
            blog.example.org · pending · #rag
      """;
  private static final String SECOND =
      """
         2  https://news.example.org/one
            news.example.org · pending · #图书馆
      """;

  @BeforeEach
  void keepTwoPages() {
    zhai.run("add", POST, "-t", "rag", "--no-fetch");
    zhai.run("add", "https://news.example.org/one", "-t", "图书馆", "--no-fetch");
    zhai.run("search", "tag:rag", "--save", "RAG");
    zhai.run("search", "is:unread -@rag", "--save", "待读");
  }

  @Test
  void isKeptWhileItIsAsked() {
    Ran ran = zhai.run("search", "is:unread", "-tag:rag", "--save", "@others");
    assertEquals(SECOND, ran.out());
    assertEquals("saved as @others\n", ran.err());
  }

  @ParameterizedTest
  @CsvSource({"@rag, 1", "＠ＲＡＧ, 1", "@待读, 2", "(@rag OR @待读) site:news.example.org, 2"})
  void isAskedAgainByItsName(String query, int found) {
    String expected = found == 1 ? FIRST : SECOND;
    assertEquals(expected, zhai.run("list", query).out());
    assertTrue(zhai.run("search", query).out().startsWith(expected));
    String batch =
        zhai.withInput("{\"id\":\"a\",\"query\":\"%s\"}\n".formatted(query))
            .run("search", "--batch")
            .out();
    assertTrue(batch.startsWith("{\"id\":\"a\",\"hits\":[{\"id\":%d,".formatted(found)), batch);
    assertEquals(1, zhai.run("export", query, "--format", "jsonl").out().lines().count());
    assertEquals(1, zhai.run("search", query, "--facets").err().lines().count());
    assertTrue(zhai.run("search", query, "--explain").out().startsWith(expected));
  }

  @Test
  void isListedWithItsQuery() {
    assertEquals(
        """
        @RAG  tag:rag
        @待读  is:unread -@rag
        """,
        zhai.run("search", "--saved").out());
    assertEquals(
        """
        {"name":"RAG","query":"tag:rag","saved":"2026-01-04T02:00:00Z"}
        {"name":"待读","query":"is:unread -@rag","saved":"2026-01-04T02:00:00Z"}
        """,
        zhai.run("search", "--saved", "--json").out());
  }

  @Test
  void tellsWhatItReplaces() {
    Ran ran = zhai.run("search", "tag:rag is:starred", "--save", "rag");
    assertTrue(ran.err().startsWith("saved as @rag; it was: tag:rag\n"), ran.err());
    assertTrue(zhai.run("search", "--saved").out().startsWith("@rag  tag:rag is:starred\n"));
  }

  @Test
  void isForgottenAndMissedByThoseThatAskForIt() {
    Ran ran = zhai.run("search", "--forget", "rag");
    assertEquals("forgotten: @RAG  tag:rag\n", ran.out());
    assertEquals("@待读 asks for it and can't be read any more.\n", ran.err());
    assertEquals("@待读  is:unread -@rag\n", zhai.run("search", "--saved").out());
  }

  @Test
  void cantAskForItself() {
    Ran ran = zhai.run("search", "x @待读", "--save", "rag");
    assertEquals(
        """
        zhai: @待读 can't be read: @待读 → @rag → @待读 is a circle
        x @待读
          ^
        """,
        ran.err());
    assertEquals(ExitCode.USAGE, ran.code());
    assertTrue(zhai.run("search", "--saved").out().startsWith("@RAG  tag:rag\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "search @rga | 2 | there is no saved search @rga; did you mean @RAG?",
        "search --forget rga | 1 | there is no saved search @rga; did you mean @RAG?",
        "search (a --save b | 2 | this bracket is not closed",
        "search a --save b/c | 2 | 'b/c' can't name a search",
        "search --save b | 2 | --save needs a query: `zhai search WORDS --save b`",
      })
  void answersWhatCantBe(String line, int code, String sentence) {
    Ran ran = zhai.run(line.split(" "));
    assertEquals(code, ran.code());
    assertTrue(ran.err().startsWith("zhai: " + sentence), ran.err());
    assertEquals(2, zhai.run("search", "--saved").out().lines().count());
  }

  @Test
  void goesIntoABackup() {
    Path backup = folder.resolve("backup.db");
    zhai.run("backup", backup.toString());
    zhai.run("search", "--forget", "待读");
    zhai.run("restore", backup.toString());
    assertEquals(SECOND, zhai.run("list", "@待读").out());
  }
}
