package zhai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What belongs together in a search's answer.
class TogetherTest extends CommandTest {

  @BeforeEach
  void keepFourAnswersAndAPage() {
    zhai.withInput(
            """
            {"url":"https://www.zhihu.com/question/1/answer/11","title":"怎样记笔记？","text":"记笔记要有自己的话。","byline":"甲","added":"2026-01-01"}
            {"url":"https://www.zhihu.com/question/1/answer/12","title":"怎样记笔记？","text":"抄下来没有用。","byline":"乙","added":"2026-01-02"}
            {"url":"https://www.zhihu.com/question/1/answer/13","title":"怎样记笔记？","text":"用卡片。","added":"2026-01-03"}
            {"url":"https://www.zhihu.com/question/2/answer/14","title":"为什么记笔记？","text":"为了忘记。","added":"2026-01-04"}
            {"url":"https://example.org/5","title":"笔记本","text":"纸很好。","added":"2026-01-05"}
            """)
        .run("import", "--format", "jsonl", "--no-fetch", "-");
  }

  private String numbers(String... arguments) {
    return Pattern.compile("(?m)^ +(\\d+)  |#\\d+")
        .matcher(zhai.run(arguments).out())
        .results()
        .map(found -> found.group().strip())
        .collect(Collectors.joining(" "));
  }

  @Test
  void showsTheOtherAnswersOfAQuestionBelowTheBest() {
    assertEquals("1 #2 #3", numbers("search", "怎样记笔记", "--sort", "oldest"));
    assertEquals(
        "      also of this question: #2 乙\n      also of this question: #3 怎样记笔记？",
        zhai.run("search", "怎样记笔记", "--sort", "oldest")
            .out()
            .lines()
            .filter(line -> line.contains("also"))
            .collect(Collectors.joining("\n")));
  }

  @Test
  void showsEachInFullWhereThatIsAsked() {
    assertEquals("1 2 3", numbers("search", "怎样记笔记", "--sort", "oldest", "--all"));
  }

  @Test
  void tellsProgramsTheGroupAndWhatStandsForIt() {
    String told =
        Pattern.compile("\"id\":(\\d+),\"url\"|\"group\":[^}]*(?=,\"copy)")
            .matcher(zhai.run("search", "笔记", "--sort", "oldest", "--json").out())
            .results()
            .map(found -> found.group(1) == null ? found.group() : found.group(1))
            .collect(Collectors.joining(" "));
    String first = "\"group\":\"https://zhihu.com/question/1\",\"under\":";
    String second = "\"group\":\"https://zhihu.com/question/2\",\"under\":null";
    assertEquals(
        "1 %snull 2 %s1 3 %s1 4 %s 5 \"group\":null,\"under\":null"
            .formatted(first, first, first, second),
        told);
  }

  @Test
  void showsARepostOnALineBelowTheBest() {
    zhai.withInput(
            """
            {"url":"https://a.example.org/6","title":"原文","text":"写作是为了想清楚。","added":"2026-02-01"}
            {"url":"https://b.example.org/7","title":"【转载】原文","text":"写作，是为了想清楚！","added":"2026-02-02"}
            """)
        .run("import", "--format", "jsonl", "--no-fetch", "-");
    assertEquals("6 #7", numbers("search", "写作", "--sort", "oldest"));
    assertTrue(zhai.run("search", "写作").out().contains("      also at: #"));
    assertEquals("6 7", numbers("search", "写作", "--sort", "oldest", "--all"));
    assertTrue(
        zhai.run("search", "写作", "--sort", "oldest", "--json")
            .out()
            .endsWith(",\"under\":6,\"copy\":true}\n"));
  }
}
