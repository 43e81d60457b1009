package zhai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhai.exchange.JsonText;

/// What `zhai search` and `zhai list` print, to the letter.
class SearchOutputTest extends CommandTest {
  private static final String LINES =
      """
      {"url":"https://a.example.org/1","title":"知识蒸馏入门","text":"小模型靠知识蒸馏学会了大模型的本事。温度越高，软标签越平。","tags":["rag"],"added":"2025-01-01","published":"2024-05-01"}
      {"url":"https://b.example.org/2","title":"Chimneys","text":"The old chimney stood for years. It was pulled down in 1950.","notes":["温度要再试"],"added":"2025-01-02","published":"2025-06-01","read":"2025-02-01","state":"read"}
      {"url":"https://c.example.org/3","title":"Bridges","text":"A bridge over the river, and a chimney beside it.","byline":"Ann Lee","added":"2025-01-03","read":"2025-03-01","state":"read"}
      """;

  @BeforeEach
  void keepThreePages() throws IOException {
    Path lines = Files.writeString(folder.resolve("lines.jsonl"), LINES);
    assertEquals(ExitCode.OK, zhai.run("import", lines.toString(), "--no-fetch").code());
  }

  @Test
  void marksWhatMatchesInTitleAndPassages() {
    assertEquals(
        """
           1  «知识蒸馏»入门
              a.example.org · 2024-05-01 · #rag
              text: 小模型靠«知识蒸馏»学会了大模型的本事。«温度»越高，软标签越平。
        """,
        zhai.run("search", "知識蒸餾 温度").out());
  }

  @Test
  void saysWhatPartialMatchesLack() {
    Zhai.Ran ran = zhai.run("search", "chimney 温度 river", "--sort", "oldest");
    assertEquals(
        """
           2  «Chimneys»
              b.example.org · 2025-06-01 · read by you
              without river
              note: «温度»要再试
              text: The old «chimney» stood for years. It was pulled down in 1950.
           3  Bridges
              c.example.org · Ann Lee · read by you
              without 温度
              text: A bridge over the «river», and a «chimney» beside it.
        """,
        ran.out());
    assertEquals("Nothing has all of that; these have a part of it.\n", ran.err());
  }

  @Test
  void partialMatchesFollowWholeOnes() {
    Zhai.Ran ran = zhai.run("search", "chimney stood");
    assertEquals(
        """
           2  «Chimneys»
              b.example.org · 2025-06-01 · read by you
              text: The old «chimney» «stood» for years. It was pulled down in 1950.
        """,
        ran.out());
    assertEquals("", ran.err());
  }

  @Test
  void saysWhichWordsStandApart() {
    assertEquals(
        """
           1  «知识蒸馏»入门
              a.example.org · 2024-05-01 · #rag
              without zebra; not together: 蒸馏知识
              text: 小模型靠«知识蒸馏»学会了大模型的本事。温度越高，软标签越平。
        """,
        zhai.run("search", "蒸馏知识 zebra").out());
  }

  @Test
  void tellsProgramsWhatIsMissingAndWhatMatches() {
    String out = zhai.run("search", "蒸馏知识 zebra", "--json").out();
    assertEquals(
        """
        {"id":1,"url":"https://a.example.org/1","title":"知识蒸馏入门","state":"unread","starred":false,\
        "verdict":"read","detail":null,"tags":["rag"],"added":"2025-01-01T00:00:00Z",\
        "changed":"2026-01-04T02:00:00Z","read":null,"published":"2024-05-01","site":null,"byline":null,\
        "lang":"zh-Hans","excerpts":[],"notes":[],"aliases":[],"sources":[],"score":#,"partial":true,\
        "missing":["zebra"],"apart":["蒸馏知识"],"titleHighlights":[[0,4]],\
        "snippets":[{"field":"text","text":"小模型靠知识蒸馏学会了大模型的本事。温度越高，软标签越平。",\
        "highlights":[[4,8]]}],"didYouMean":null,"group":null,"under":null,"copy":false}
        """,
        out.replaceAll("\"score\":[0-9.]+", "\"score\":#"));
  }

  @ParameterizedTest
  @CsvSource({
    "relevance, 3 2 1",
    "newest, 3 2 1",
    "oldest, 1 2 3",
    "published, 2 1 3",
    "read, 3 2 1",
    "changed, 3 2 1",
    "title, 3 2 1",
  })
  void sorts(String order, String ids) {
    assertEquals(ids, numbers(zhai.run("search", "is:unread OR is:read", "--sort", order)));
    assertEquals(ids, numbers(zhai.run("list", "--sort", order)));
    assertEquals(ids, numbers(zhai.run("list", "has:article", "--sort", order)));
  }

  private static String numbers(Zhai.Ran ran) {
    return ran.out()
        .lines()
        .filter(line -> line.matches(" +\\d+  .*"))
        .map(line -> line.strip().split(" ")[0])
        .collect(Collectors.joining(" "));
  }

  @Test
  void explainsWhyAHitIsWhereItIs() {
    assertEquals(
        """
           1  «知识蒸馏»入门
              a.example.org · 2024-05-01 · #rag
              text: 小模型靠«知识蒸馏»学会了大模型的本事。«温度»越高，软标签越平。
              why: SUM
                   知识: text, title; in 1 of 3 bookmarks
                   蒸馏: text, title; in 1 of 3 bookmarks
                   温度: text; in 2 of 3 bookmarks
        """,
        withoutSums(zhai.run("search", "知识蒸馏 温度", "--explain").out()));
  }

  @Test
  void explainsWhatStandsThereInOtherWords() {
    zhai.run("add", POST);
    assertEquals(
        """
           4  What small models are good for
              blog.example.org
              text: Knowledge «distillation» keeps the reasoning, and a small model learns both.
              why: SUM
                   蒸馏: not here; in 1 of 4 bookmarks
                   distillation (in other words): text; in 1 of 4 bookmarks
        """,
        withoutSums(zhai.run("search", "蒸馏 site:blog.example.org", "--explain").out()));
  }

  @Test
  void explainsWhatAHitLacks() {
    assertEquals(
        """
           2  «Chimneys»
              b.example.org · 2025-06-01 · read by you
              without river
              note: «温度»要再试
              text: The old «chimney» stood for years. It was pulled down in 1950.
              why: SUM
                   chimney: text, title; in 2 of 3 bookmarks
                   温度: note (weighs 3×); in 2 of 3 bookmarks
                   river: not here; in 1 of 3 bookmarks
        """,
        withoutSums(
            zhai.run("search", "chimney 温度 river is:read added:2025-01-02", "--explain").out()));
  }

  @Test
  void explainsThatASortedListIsNotRanked() {
    assertEquals(
        """
           3  Bridges
              c.example.org · Ann Lee · read by you
              text: A bridge over the «river», and a chimney beside it.
              why: sorted, not ranked
                   river: text; in 1 of 3 bookmarks
        """,
        zhai.run("search", "river", "--explain", "--sort", "newest").out());
  }

  private static String withoutSums(String text) {
    return text.replaceAll("why: \\d+\\.\\d\\d = (\\d+\\.\\d\\d [a-z ]+(\\+ )?)+", "why: SUM");
  }

  @Test
  void theNamedPartsSumUpToTheScore() throws IOException {
    JsonNode hit = JsonText.parse(zhai.run("search", "old chimney", "--explain", "--json").out());
    double sum = 0;
    for (JsonNode part : hit.path("why").path("parts")) {
      sum += part.path("points").doubleValue();
    }
    assertEquals(hit.path("score").doubleValue(), sum, 1e-5);
    assertEquals(
        "[{\"word\":\"old\",\"typed\":true,\"places\":{\"text\":1},\"bookmarks\":1},"
            + "{\"word\":\"chimney\",\"typed\":true,\"places\":{\"text\":1,\"title\":1},\"bookmarks\":2}]",
        hit.path("why").path("words").toString());
    assertEquals(3, hit.path("why").path("bookmarks").asInt());
  }
}
