package zhai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimilarCommandTest extends CommandTest {

  @BeforeEach
  void keepThreePages() {
    zhai.withInput(
            """
            {"url":"https://a.example.org/1","title":"小模型蒸馏","text":"A small model learns 知识 from a teacher.","tags":["rag"]}
            {"url":"https://b.example.org/2","title":"乡镇图书馆","text":"书不怕旧。"}
            {"url":"https://c.example.org/3","title":"One more","notes":["知识冲突 again: what a model learns"],"tags":["RAG"]}
            """)
        .run("import", "--format", "jsonl", "--no-fetch", "-");
  }

  @Test
  void showsWhatIsLikeABookmarkAndWhatTheyShare() {
    Zhai.Ran ran = zhai.run("similar", "3");
    assertEquals(
        """
           1  小模型蒸馏
              a.example.org · #rag
              shares: #rag, learns, model, 知识
        """,
        ran.out());
    assertEquals("", ran.err());
  }

  @Test
  void tellsPrograms() {
    Zhai.Ran ran = zhai.run("similar", "https://a.example.org/1", "--json");
    assertTrue(ran.out().startsWith("{\"id\":3,\"url\":\"https://c.example.org/3\""), ran.out());
    assertTrue(ran.out().contains(",\"shared\":[\"#rag\","), ran.out());
  }

  @Test
  void saysWhereNothingIsLikeIt() {
    assertEquals(new Zhai.Ran(ExitCode.OK, "", "Nothing is like it.\n"), zhai.run("similar", "2"));
  }

  @Test
  void needsARoomForOne() {
    assertEquals(ExitCode.USAGE, zhai.run("similar", "2", "--limit", "0").code());
  }
}
