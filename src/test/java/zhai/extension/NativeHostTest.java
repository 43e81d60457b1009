package zhai.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zhai.cli.Zhai;
import zhai.exchange.JsonText;
import zhai.fetch.FetchOptions;
import zhai.fetch.Fetcher;
import zhai.loopback.TestPicture;
import zhai.loopback.TestWeb;
import zhai.model.Bytes;

/// What the host answers to requests, and to what is none: each has one answer, nothing hangs,
/// nothing ends before the pipe does unless no more can be understood.
class NativeHostTest {
  private static final String PAGE = TestWeb.articleHtml("证据互相冲突时", "模型多半相信最前面的一段。", "所以次序要打乱。");

  @TempDir private Path folder;

  private Conversation conversation() {
    return new Conversation(folder.resolve("library"));
  }

  private Zhai zhai() {
    return new Zhai(folder.resolve("library"));
  }

  private static ObjectNode save(String url) {
    return JsonText.object().put("id", 1).put("type", "save").put("url", url);
  }

  static List<String> badMessages() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/zhai/extension/bad-messages.tsv"))
        .stream()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("badMessages")
  void answersABadMessageWithASentenceAndGoesOn(String row) throws IOException {
    String[] cells = row.split("\t", 2);
    List<JsonNode> answers =
        conversation().say(cells[0]).say("{\"id\":2,\"type\":\"hello\"}").hear();
    assertEquals(2, answers.size());
    assertEquals("error", answers.getFirst().path("type").textValue());
    assertEquals(cells[1], answers.getFirst().path("sentence").textValue());
    assertEquals("hello", answers.get(1).path("type").textValue());
    assertFalse(
        Files.exists(folder.resolve("library").resolve("library.db")) && !row.contains("save"));
  }

  @Test
  void saysItsVersionUnderTheNumberOfTheRequest() throws IOException {
    assertEquals(
        "{\"type\":\"hello\",\"version\":\"1.2.3\",\"protocol\":1,\"images\":false,\"id\":77}",
        conversation().say("{\"id\":77,\"type\":\"hello\",\"newer\":true}").hearOne().toString());
  }

  @Test
  void endsWhenThePipeCloses() throws IOException {
    assertEquals(List.of(), conversation().hear());
  }

  @Test
  void tellsOfAMessageThatIsCut() throws IOException {
    assertEquals(
        "the message ended within its length",
        conversation().sayBytes((byte) 1, (byte) 0).hearOne().path("sentence").textValue());
    assertEquals(
        "the message ended after 2 of its 9 bytes",
        conversation()
            .sayBytes(Conversation.length(9))
            .sayBytes((byte) '{', (byte) '}')
            .hearOne()
            .path("sentence")
            .textValue());
  }

  @Test
  void endsAtALengthThatIsTooLongWithoutTakingRoomForIt() throws IOException {
    for (int length : new int[] {(64 << 20) + 1, Integer.MAX_VALUE, -1}) {
      List<JsonNode> answers =
          conversation().sayBytes(Conversation.length(length)).say("{\"type\":\"hello\"}").hear();
      assertEquals(1, answers.size());
      assertEquals(
          "a message of %,d bytes is too long; 67,108,864 is the most"
              .formatted(Integer.toUnsignedLong(length)),
          answers.getFirst().path("sentence").textValue());
    }
  }

  @Test
  void refusesBytesThatAreNotUtf8AndGoesOn() throws IOException {
    List<JsonNode> answers =
        conversation()
            .sayBytes(Conversation.length(2))
            .sayBytes((byte) 0xC3, (byte) 0x28)
            .say("{\"id\":1,\"type\":\"hello\"}")
            .hear();
    assertEquals("the message is not in UTF-8", answers.getFirst().path("sentence").textValue());
    assertEquals("hello", answers.getLast().path("type").textValue());
  }

  @Test
  void looksIntoALibraryThatIsNotThereAndMakesNone() throws IOException {
    List<JsonNode> answers =
        conversation()
            .say("{\"id\":1,\"type\":\"known\",\"url\":\"https://a.example/x\"}")
            .say("{\"id\":2,\"type\":\"tags\"}")
            .hear();
    assertEquals("{\"type\":\"known\",\"entry\":null,\"id\":1}", answers.getFirst().toString());
    assertEquals("{\"type\":\"tags\",\"tags\":[],\"id\":2}", answers.getLast().toString());
    assertFalse(Files.exists(folder.resolve("library")));
  }

  @Test
  void savesAPageWithWhatWasPickedAndKnowsItThen() throws IOException {
    ObjectNode save =
        save("https://a.example/x?utm_source=b")
            .put("html", PAGE)
            .put("excerpt", "次序要打乱")
            .put("comment", "试一下")
            .put("note", "和上次那篇对照")
            .put("title", " ");
    save.putArray("tags").add("#RAG").add("rag").add("");
    List<JsonNode> answers =
        conversation()
            .say(JsonText.write(save))
            .say("{\"id\":2,\"type\":\"known\",\"url\":\"https://a.example/x#part\"}")
            .say("{\"id\":3,\"type\":\"tags\"}")
            .hear();
    JsonNode saved = answers.getFirst();
    assertEquals("saved", saved.path("type").textValue());
    assertTrue(saved.path("isNew").booleanValue());
    assertEquals("read", saved.path("verdict").textValue());
    assertEquals("first", saved.path("comparison").textValue());
    JsonNode entry = answers.get(1).path("entry");
    assertEquals(saved.path("entry"), entry);
    assertEquals("证据互相冲突时", entry.path("title").textValue());
    assertEquals("exact", entry.at("/excerpts/0/anchor").textValue());
    assertEquals("试一下", entry.at("/excerpts/0/comment").textValue());
    assertEquals("和上次那篇对照", entry.at("/notes/0/text").textValue());
    assertEquals("[\"RAG\"]", answers.getLast().path("tags").toString());
    assertTrue(zhai().run("search", "次序要打乱").out().contains("证据互相冲突时"));
  }

  @Test
  void joinsWhatIsThereAlready() throws IOException {
    String message = JsonText.write(save("https://a.example/x").put("html", PAGE).put("note", "一"));
    JsonNode second = conversation().say(message).say(message).hear().getLast();
    assertFalse(second.path("isNew").booleanValue());
    assertEquals("same", second.path("comparison").textValue());
    assertEquals(1, second.at("/entry/notes").size());
  }

  @Test
  void keepsTheWordsOfAPageThatIsAWall() throws IOException {
    String wall =
        "<html><head><meta id='zh-zse-ck' content='004'></head><body><p>。</p></body></html>";
    JsonNode saved =
        conversation()
            .say(
                JsonText.write(
                    save("https://www.zhihu.com/question/1/answer/2")
                        .put("html", wall)
                        .put("excerpt", "摘下来的话")))
            .hearOne();
    assertEquals("challenge", saved.path("verdict").textValue());
    assertEquals("unchecked", saved.at("/entry/excerpts/0/anchor").textValue());
  }

  /// A page with one picture in it and two elsewhere, one of which nobody has.
  private static String pictures(Bytes carried) {
    return TestWeb.articleHtml(
        "带图的一页",
        "图在下面。<img src='%s'>".formatted(TestPicture.dataAddress(carried)),
        "还有两张。<img src='https://pics.example/one.png'><img src='https://pics.example/gone.png'>");
  }

  private static JsonNode counts(int kept, int missing, int bytes) {
    return JsonText.object().put("kept", kept).put("missing", missing).put("bytes", (long) bytes);
  }

  @Test
  void asksForPicturesOnlyWhenItIsToldTo() throws IOException {
    Bytes carried = TestPicture.png(1);
    Bytes elsewhere = TestPicture.png(2);
    try (TestWeb web = new TestWeb()) {
      web.picture("pics.example/one.png", "image/png", elsewhere);
      FetchOptions options = FetchOptions.defaults().withGateway(web.gateway());
      Conversation conversation =
          new Conversation(
              folder.resolve("library"), () -> new Fetcher(options, InstantSource.fixed(Zhai.NOW)));
      String saving = JsonText.write(save("https://a.example/x").put("html", pictures(carried)));
      JsonNode saved = conversation.say(saving).hearOne();
      assertEquals(counts(1, 2, carried.size()).toString(), saved.path("images").toString());
      assertEquals(List.of(), web.asked());
      JsonNode asked =
          conversation
              .say("{\"id\":2,\"type\":\"images\",\"url\":\"https://a.example/x#part\"}")
              .hear()
              .getLast();
      assertEquals(
          counts(2, 1, carried.size() + elsewhere.size()).toString(),
          asked.path("images").toString());
      assertEquals(List.of("pics.example/one.png", "pics.example/gone.png"), web.asked());
    }
  }

  @Test
  void asksForNoPicturesOfWhatIsNotThereAndOfAWall() throws IOException {
    String wall =
        "<html><head><meta id='zh-zse-ck' content='004'></head><body><p>。</p></body></html>";
    String url = "https://www.zhihu.com/question/1/answer/2";
    try (TestWeb web = new TestWeb()) {
      FetchOptions options = FetchOptions.defaults().withGateway(web.gateway());
      List<JsonNode> answers =
          new Conversation(
                  folder.resolve("library"),
                  () -> new Fetcher(options, InstantSource.fixed(Zhai.NOW)))
              .say(JsonText.write(save(url).put("html", wall)))
              .say("{\"id\":2,\"type\":\"images\",\"url\":\"%s\"}".formatted(url))
              .say("{\"id\":3,\"type\":\"images\",\"url\":\"https://a.example/unknown\"}")
              .hear();
      assertEquals(counts(0, 0, 0).toString(), answers.get(1).path("images").toString());
      assertEquals("error", answers.getLast().path("type").textValue());
      assertEquals(List.of(), web.asked());
    }
  }

  @Test
  void keepsNoPictureAtAllWhereThePersonSaidNo() throws IOException {
    String saving =
        JsonText.write(save("https://a.example/x").put("html", pictures(TestPicture.png(1))));
    List<JsonNode> answers =
        conversation()
            .say(saving)
            .say("{\"id\":2,\"type\":\"images\",\"url\":\"https://a.example/x\"}")
            .hear();
    assertEquals(counts(0, 3, 0).toString(), answers.getFirst().path("images").toString());
    assertEquals(
        "no pictures are kept here (ZHAI_IMAGES=no)",
        answers.getLast().path("sentence").textValue());
  }

  @Test
  void putsAPageTogetherFromItsPieces() throws IOException {
    Conversation pieces = conversation();
    int third = PAGE.length() / 3;
    String[] parts = {
      PAGE.substring(0, third), PAGE.substring(third, 2 * third), PAGE.substring(2 * third)
    };
    for (int part = 0; part < parts.length; part++) {
      pieces.say(
          JsonText.write(
              JsonText.object()
                  .put("id", part)
                  .put("type", "page")
                  .put("part", part)
                  .put("text", parts[part])));
    }
    List<JsonNode> answers =
        pieces.say(JsonText.write(save("https://a.example/x").put("parts", 3))).hear();
    assertEquals(2 * third, answers.get(1).path("characters").intValue());
    assertEquals("read", answers.getLast().path("verdict").textValue());
    conversation().say(JsonText.write(save("https://a.example/whole").put("html", PAGE))).hearOne();
    assertEquals(zhai().run("show", "2", "--html").out(), zhai().run("show", "1", "--html").out());
    assertEquals(zhai().run("show", "1", "--source").out(), PAGE);
  }

  @Test
  void aPieceThatIsMissingSavesNothing() throws IOException {
    List<JsonNode> answers =
        conversation()
            .say("{\"id\":1,\"type\":\"page\",\"part\":0,\"text\":\"<p>\"}")
            .say("{\"id\":2,\"type\":\"page\",\"part\":2,\"text\":\"</p>\"}")
            .say(JsonText.write(save("https://a.example/x").put("parts", 2)))
            .hear();
    assertEquals(
        "part 2 of the page came where 1 was expected",
        answers.get(1).path("sentence").textValue());
    assertEquals(
        "the page came in 0 parts, and 2 were to be saved",
        answers.getLast().path("sentence").textValue());
    assertFalse(Files.exists(folder.resolve("library")));
  }

  @Test
  void refusesAPageThatGrowsWithoutEnd() throws IOException {
    Conversation pieces = conversation();
    String piece = "x".repeat(18 << 20);
    for (int part = 0; part < 3; part++) {
      pieces.say(
          JsonText.write(
              JsonText.object()
                  .put("id", part)
                  .put("type", "page")
                  .put("part", part)
                  .put("text", piece)));
    }
    assertEquals(
        "the page has more than 52,428,800 characters; save it as a file and use zhai add URL"
            + " --html FILE",
        pieces.hear().getLast().path("sentence").textValue());
  }

  @Test
  void shortensWhatABrowserWouldNotTake() throws IOException {
    Conversation many = conversation();
    for (int i = 0; i < 12; i++) {
      many.say(
          JsonText.write(
              save("https://a.example/x").put("html", PAGE).put("note", i + "字".repeat(50_000))));
    }
    JsonNode answer =
        many.say("{\"id\":41,\"type\":\"known\",\"url\":\"https://a.example/x\"}").hear().getLast();
    assertEquals(41, answer.path("id").intValue());
    assertTrue(answer.path("shortened").booleanValue());
    int notes = answer.at("/entry/notes").size();
    assertTrue(notes > 0 && notes < 12, "notes: " + notes);
    String shown = zhai().run("show", "1").out();
    assertEquals(12, shown.lines().filter(line -> line.strip().startsWith("note ")).count());
  }

  @Test
  void givesTheSameArticleAsTheSameFileHandedOver() throws IOException {
    for (String page : List.of("zhihu-answer-dom", "zhihu-question", "weixin-article")) {
      String html =
          Files.readString(Path.of("src/test/resources/zhai/extract/site", page + ".html"));
      String url = "https://www.zhihu.com/question/100/answer/1957384674738435667";
      Path file = Files.writeString(folder.resolve(page + ".html"), html);
      Zhai byFile = new Zhai(folder.resolve(page));
      byFile.run("add", url, "--html", file.toString(), "-x", "总分是");
      new Conversation(folder.resolve(page + "-sent"))
          .say(JsonText.write(save(url).put("html", html).put("excerpt", "总分是")))
          .hearOne();
      Zhai bySending = new Zhai(folder.resolve(page + "-sent"));
      for (String form : List.of("--json", "--html", "--markdown", "--text", "--source")) {
        assertEquals(byFile.run("show", "1", form).out(), bySending.run("show", "1", form).out());
      }
    }
  }
}
