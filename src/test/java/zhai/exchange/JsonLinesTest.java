package zhai.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.model.Article;
import zhai.model.ReadingState;
import zhai.model.Tag;

class JsonLinesTest {

  @Test
  void takesALineOfAddressTitleAndText() {
    ImportLine.Supplied line =
        supplied("{\"url\":\"https://a.example/1\",\"title\":\"标题\",\"text\":\"正文\"}");
    assertEquals("https://a.example/1", line.url());
    assertEquals("标题", line.title());
    assertEquals(new ImportLine.PageGiven.Text("正文"), line.page());
    assertEquals(List.of(), line.tags());
  }

  @Test
  void takesEverythingElseThatALineMaySay() {
    ImportLine.Supplied line =
        supplied(
            """
            {"url":"https://a.example/1","tags":["RAG","rag","#","检索"],"notes":["一",{"text":"二"}," "],
             "excerpts":["q1",{"quote":"q2","comment":"c"}],"added":"2026-01-04","read":"2026-01-05T08:00:00+08:00",
             "starred":true,"colour":"blue"}\
            """);
    assertEquals(List.of(new Tag("RAG"), new Tag("检索")), line.tags());
    assertEquals(List.of(ImportLine.Words.of("一"), ImportLine.Words.of("二")), line.notes());
    assertEquals(
        List.of(ImportLine.Quote.of("q1", null), ImportLine.Quote.of("q2", "c")), line.excerpts());
    assertEquals(Instant.parse("2026-01-04T00:00:00Z"), line.standing().addedAt());
    assertEquals(Instant.parse("2026-01-05T00:00:00Z"), line.standing().readAt());
    assertEquals(ReadingState.READ, line.standing().state());
    assertTrue(line.standing().starred());
  }

  @Test
  void takesWhatEntryJsonPrints() {
    ImportLine.Supplied line = supplied(EntryJson.write(Samples.ANSWER));
    assertEquals("https://www.zhihu.com/question/1/answer/2", line.url());
    assertEquals(2, line.excerpts().size());
    assertEquals(List.of(ImportLine.Words.of("下次组会讲这个：\n\n- 打乱片段顺序\n- 量化位置偏差")), line.notes());
    assertEquals(Samples.MORNING, line.standing().addedAt());
    Article article = Objects.requireNonNull(Samples.ANSWER.article()).article();
    assertEquals(
        new ImportLine.Facts(
            article.byline(), article.site(), article.language(), article.published()),
        line.facts());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"title\":\"x\"}                                   | \"url\" is missing.",
        "{\"url\":\" \"}                                     | \"url\" should not be blank.",
        "{\"url\":7}                                         | \"url\" should be a string.",
        "{\"url\":\"u\",\"tags\":\"rag\"}                    | \"tags\" should be a list.",
        "{\"url\":\"u\",\"tags\":[1]}                        | \"tags\" should be a list of"
            + " strings.",
        "{\"url\":\"u\",\"notes\":[1]}                       | \"notes\" should be a list of"
            + " strings or of {\"text\"}.",
        "{\"url\":\"u\",\"excerpts\":[{}]}                   | \"excerpts.quote\" is missing.",
        "{\"url\":\"u\",\"excerpts\":[{\"quote\":\"q\",\"comment\":5}]} | \"excerpts.comment\""
            + " should be a string.",
        "{\"url\":\"u\",\"added\":\"yesterday\"}             | \"added\" should be a time or a"
            + " day.",
        "{\"url\":\"u\",\"published\":\"2026-13-01\"}     | \"published\" should be a date such"
            + " as 2026-01-04.",
        "{\"url\":\"u\",\"state\":\"later\"}                 | \"state\" should be \"unread\" or"
            + " \"read\".",
        "{\"url\":\"u\",\"starred\":\"yes\"}                 | \"starred\" should be true or"
            + " false.",
        "[1]                                                 | A line should be a JSON object, such"
            + " as {\"url\":\"…\"}.",
        "{\"zhai\":1}                                        | \"bookmark\" is missing.",
        "{\"zhai\":\"1\"}                                    | \"zhai\" should be a whole number.",
        "{\"zhai\":2}                                        | This line was written by a newer"
            + " zhai (layout 2, this one reads up to 1): update zhai.",
        "{\"zhai\":0}                                        | \"zhai\" should be 1 at least.",
      })
  void saysWhatIsWrongAndWhere(String line, String reason) {
    assertEquals(
        reason, assertInstanceOf(ImportLine.Rejected.class, JsonLines.read(line)).reason());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"state\":\"unread\"       | \"state\":\"open\"         | \"bookmark.state\" should be",
        "\"kind\":\"note\"          | \"kind\":\"poem\"          | \"marks[2].kind\" should be",
        "\"end\":33                 | \"end\":5                  |"
            + " \"marks[0].anchor.places[0].end\" should",
        "\"end\":33                 | \"end\":99999999999        |"
            + " \"marks[0].anchor.places[0].end\" is too large",
        "\"similarity\":0.8125      | \"similarity\":8           | \"marks[1].anchor.similarity\""
            + " should be a share",
        "\"verdict\":\"read\",\"sn  | \"verdict\":\"gone\",\"sn  | \"versions[0].verdict\" should"
            + " be",
        "\"bytes\":4                | \"bytes\":5                | \"snapshots[0].zlib\" is"
            + " damaged",
        "\"bytes\":4                | \"bytes\":3                | \"snapshots[0].zlib\" is"
            + " damaged",
        "eNorSExPBQAEGgGe           | eNorSExPBQAEGgGf           | \"snapshots[0].zlib\" is"
            + " damaged",
        "eNorSExPBQAEGgGe           | %%                         | \"snapshots[0].zlib\" is"
            + " damaged",
        "\"sha256\":\"3             | \"sha256\":\"4             | \"snapshots[0].zlib\" is"
            + " damaged",
        "\"canonical\":\"https:     | \"canonical\":\"javascript: | \"bookmark.url.canonical\""
            + " should be an http",
        "[\"content-type\",         | [1,                        | \"snapshots[0].headers\" should"
            + " be pairs",
        "2025-11-08T09:15           | 2025-13-08T09:15           |"
            + " \"versions[0].article.published\" should be a date",
        "\"tags\":[\"RAG\"          | \"tags\":[\"#\"            | \"bookmark.tags\" should not"
            + " have an empty tag",
      })
  void namesTheWrongKeyOfALosslessLine(String whole, String broken, String complaint) {
    String line = JsonLines.write(Samples.dossier());
    assertTrue(line.contains(whole), whole);
    ImportLine read = JsonLines.read(line.replace(whole, broken));
    String reason = assertInstanceOf(ImportLine.Rejected.class, read).reason();
    assertTrue(reason.startsWith(complaint), reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"url\":\"u\"",
        "nonsense",
        "{\"url\":\"u\"} x",
        "{\"url\":\"u\",\"url\":\"v\"}",
        "\u0000",
        "{\"url\":\"\u0001\"}",
        "\uD800",
        "{\"a\":1e999999999}",
      })
  void rejectsWhatIsNoJsonObject(String line) {
    String reason = assertInstanceOf(ImportLine.Rejected.class, JsonLines.read(line)).reason();
    assertTrue(reason.endsWith("."), reason);
  }

  @Test
  void survivesNestingWithoutEnd() {
    assertInstanceOf(ImportLine.Rejected.class, JsonLines.read("{\"a\":".repeat(100_000)));
    assertInstanceOf(ImportLine.Rejected.class, JsonLines.read("[".repeat(1_000_000)));
  }

  @Test
  void keepsTheKnownPartOfALineFromALaterLayoutOfOurs() {
    String line =
        JsonLines.write(Samples.dossier()).replace("\"zhai\":1", "\"zhai\":1,\"mood\":[1]");
    assertEquals(new ImportLine.Full(Samples.dossier()), JsonLines.read(line));
  }

  @Test
  void passesOverEmptyLinesAndAByteOrderMark() throws IOException {
    byte[] lines = "\uFEFF{\"url\":\"u\"}\r\n\n  \n{}\n".getBytes(StandardCharsets.UTF_8);
    List<String> read = new ArrayList<>();
    new JsonLines()
        .read(
            new ImportFile("lines.jsonl", () -> new ByteArrayInputStream(lines)),
            (place, item) -> read.add(place.line() + " " + item.getClass().getSimpleName()));
    assertEquals(List.of("1 Supplied", "2 Blank", "3 Blank", "4 Rejected"), read);
  }

  @Test
  void writesTheFlatEntryAsJsonThatAnyoneReads() throws IOException {
    var json = new ObjectMapper().readTree(EntryJson.write(Samples.BLOCKED));
    assertEquals("challenge", json.get("verdict").textValue());
    assertTrue(json.get("byline").isNull());
    assertEquals("https://mp.example.com/s/old", json.get("aliases").get(0).textValue());
    assertEquals(19, json.size());
  }

  private static ImportLine.Supplied supplied(String line) {
    return assertInstanceOf(ImportLine.Supplied.class, JsonLines.read(line));
  }
}
