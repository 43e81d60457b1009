package zhai.survival;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import zhai.cli.Zhai;
import zhai.loopback.TestPicture;
import zhai.loopback.TestWeb;
import zhai.measure.BookmarkFile;
import zhai.store.OlderLibrary;

/// A folder with a library and what stands around it: notes, a bookmarks file, an earlier backup,
/// an earlier export. Each trial has a copy of its own.
record Stage(Path folder, TestWeb web) {
  /// Links of a bookmarks file; more than a thousand are imported in several transactions.
  private static final int LINKS = Integer.getInteger("zhai.links", 150);

  private static final int RECORDS = 80;
  private static final int PAGES = 6;
  private static final int PENDING = 3;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z";

  /// What a library keeps of one bookmark.
  ///
  /// @param whole all of it, but for times and numbers of marks, which depend on the clock and on
  ///   how often a deed was begun
  /// @param words the address and what the user gave
  record Page(String whole, String words) {}

  Path library() {
    return folder.resolve("library");
  }

  Path database() {
    return library().resolve("library.db");
  }

  Zhai zhai() {
    return new Zhai(library(), web);
  }

  /// Makes one in an empty folder.
  static Stage build(Path folder, TestWeb web, Deed.Start start) throws IOException {
    Stage stage = new Stage(folder, web);
    Files.createDirectories(folder);
    writePages(web);
    switch (start) {
      case NOTHING -> {}
      case FILLED -> stage.fill();
      case DAMAGED -> {
        stage.fill();
        Files.writeString(stage.database(), "not a library ".repeat(500));
      }
      case OLDER -> OlderLibrary.make(stage.database(), 20);
    }
    return stage;
  }

  /// In this process the web stands behind a gateway, which asks for a page with its host before
  /// it.
  private static void writePages(TestWeb web) {
    String host = web.gateway().replace("http://", "");
    List<String> names =
        Stream.of(
                Stream.of("new-1", "new-2"),
                numbered("page-", PAGES),
                numbered("pending-", PENDING))
            .flatMap(all -> all)
            .toList();
    for (String name : names) {
      for (String address : List.of(name, host + "/" + name)) {
        web.article(
            address,
            "关于小模型的一页 " + name,
            "这里有摘下的一句，在 %s 里。".formatted(name),
            "当检索片段与模型内部知识冲突时，模型更相信谁？".repeat(20) + "<img src=/%s.png>".formatted(name));
      }
    }
    for (String address : List.of("pending-1.png", host + "/pending-1.png")) {
      web.picture(address, "image/png", TestPicture.png(1));
    }
  }

  private static Stream<String> numbered(String name, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> name + i);
  }

  private void fill() throws IOException {
    Zhai zhai = zhai();
    for (String name : numbered("page-", PAGES).toList()) {
      zhai.run("add", web.gateway() + "/" + name, "-n", "klangholz-" + name, "-t", "alt");
    }
    zhai.run("backup", folder.resolve("earlier.db").toString());
    for (String name : numbered("pending-", PENDING).toList()) {
      zhai.run("add", "--no-fetch", web.gateway() + "/" + name, "-x", "摘下的一句", "-n", "klangholz");
    }
    zhai.run(
        "export", "--format", "jsonl", "tag:alt", "-o", folder.resolve("list.jsonl").toString());
    BookmarkFile.write(folder.resolve("bookmarks.html"), LINKS, 30);
    Path notes = Files.createDirectory(folder.resolve("notes"));
    for (int file = 0; file < 2; file++) {
      Files.writeString(notes.resolve("2026-01-0%d.md".formatted(file + 1)), note(file));
    }
  }

  private static String note(int file) {
    return IntStream.rangeClosed(1, RECORDS / 2)
        .mapToObj(i ->
            "[第%1$d条](https://note.example/%2$d/%1$d)\n\nklangholz 的一段话 %1$d。\n\n#rag\n"
                .formatted(i, file))
        .collect(Collectors.joining("\n---\n\n"));
  }

  Stage copyTo(Path target) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(folder.relativize(file).toString()));
      }
    }
    return new Stage(target, web);
  }

  /// Everything that the library keeps, by the bookmarks' numbers.
  Map<Long, Page> pages() {
    String lines = zhai().run("export", "--format", "jsonl").out();
    return lines
        .replace(folder.toString(), "{folder}")
        .lines()
        .map(Stage::parse)
        .collect(
            Collectors.toMap(
                json -> json.at("/bookmark/id").asLong(), Stage::page, (a, b) -> a, TreeMap::new));
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(line, e);
    }
  }

  private static Page page(JsonNode json) {
    ArrayNode words = JSON.createArrayNode();
    words.add(json.at("/bookmark/url/canonical")).add(json.at("/bookmark/tags"));
    for (JsonNode mark : json.get("marks")) {
      words.add(mark.path("quote")).add(mark.path("text"));
    }
    return new Page(timeless(json).toString(), words.toString());
  }

  private static JsonNode timeless(JsonNode json) {
    if (json instanceof ObjectNode object) {
      object.remove("headers");
      object.properties().removeIf(it -> it.getValue().asText().matches(TIME));
      object.properties().forEach(it -> timeless(it.getValue()));
    }
    if (json instanceof ArrayNode array) {
      for (JsonNode item : array) {
        timeless(item);
        if (item instanceof ObjectNode mark && mark.has("kind")) {
          mark.remove("id");
        }
      }
    }
    return json;
  }
}
