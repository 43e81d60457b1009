package zhai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FacetsTest extends CommandTest {

  @BeforeEach
  void keepTwoPages() {
    zhai.run("add", POST, "-t", "rag", "-t", "小模型", "--no-fetch");
    zhai.run("add", "https://news.example.org/one", "-t", "rag", "--no-fetch");
    zhai.run("edit", "2", "--star");
  }

  @Test
  void printsATableOfWhatTheMatchesHave() {
    Zhai.Ran ran = zhai.run("search", "--facets");
    assertEquals(
        """
        tag            2  rag
                       1  小模型
        site           1  blog.example.org
                       1  news.example.org
        state          2  pending
                       2  unread
                       1  starred
        """,
        ran.out());
    assertEquals("2 bookmarks.\n", ran.err());
    assertEquals(ExitCode.OK, ran.code());
  }

  @Test
  void countsOnlyTheMatches() {
    Zhai.Ran ran = zhai.run("search", "tag:小模型", "--facets", "--json");
    assertEquals(
        """
        {"total":1,"tag":[{"value":"rag","bookmarks":1},{"value":"小模型","bookmarks":1}],\
        "site":[{"value":"blog.example.org","bookmarks":1}],\
        "state":[{"value":"pending","bookmarks":1},{"value":"unread","bookmarks":1}]}
        """,
        ran.out());
    assertEquals("", ran.err());
  }

  @Test
  void ofNothingThereIsNothingToCount() {
    Zhai.Ran ran = zhai.run("search", "无此一词", "--facets");
    assertEquals("", ran.out());
    assertEquals("0 bookmarks.\n", ran.err());
  }
}
