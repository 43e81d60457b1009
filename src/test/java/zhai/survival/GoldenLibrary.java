package zhai.survival;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import zhai.cli.Zhai;
import zhai.loopback.TestPicture;
import zhai.loopback.TestWeb;

/// Small libraries of every format that there was, kept as files, and how they were made: so that a
/// later version of the program can be held to reading what an earlier one wrote.
///
/// `library-N.db.gz` is a library of format N, `library-N.txt` what the program tells of it. Files
/// of earlier formats are never written anew.
final class GoldenLibrary {
  private static final String FOLDER = "golden/";

  /// The library remembers where its notes lay, so they lie at a place that is nobody's.
  private static final Path NOTES = Path.of("/tmp/zhai-golden/daily");

  /// Something of everything that a library can hold.
  private static final List<List<String>> COMMANDS =
      List.of(
          List.of(
              "add",
              "https://blog.example.org/small?utm_source=feed",
              "-x",
              "当检索片段与模型内部知识冲突时，模型更相信谁？",
              "-c",
              "先看第三节",
              "-x",
              "words that stand nowhere",
              "-n",
              "两种知识\nof one model",
              "-t",
              "RAG,知识蒸馏"),
          List.of("add", "https://news.example.org/one", "-n", "for later", "-t", "rag"),
          List.of("add", "--no-fetch", "https://example.org/never-asked", "--title", "自己的题目"),
          List.of("add", "https://example.org/gone", "-n", "was there last year"),
          List.of("add", "--no-fetch", "https://example.org/old", "-n", "moved"),
          List.of("fetch", "url:example.org/old"),
          List.of("add", "--no-fetch", "https://example.org/thrown-away", "-n", "no use"),
          List.of("remove", "6"),
          List.of("edit", "1", "--read", "--star"),
          List.of("search", "检索 tag:rag", "--save", "检索"));

  private static final String NOTE =
      """
      ---
      date: 2026-01-04
      tags: [daily]
      ---

      [小模型的用处](https://blog.example.org/small?from=notes)

      当检索片段与模型内部知识冲突时，模型更相信谁？

      值得再读。

      #rag #小模型

      ---

      In passing: https://example.org/mentioned is where it began.
      """;

  private GoldenLibrary() {}

  /// Makes a library of the format of now, at the clock of {@link Zhai#NOW}.
  static Path make(Path folder) throws IOException {
    Path notes = Files.createDirectories(NOTES);
    Files.writeString(notes.resolve("2026-01-04.md"), NOTE);
    Path library = folder.resolve("library");
    try (TestWeb web = new TestWeb()) {
      Zhai zhai = new Zhai(library, web);
      web.article("blog.example.org/small", "What small models are good for", PARAGRAPHS)
          .article(
              "news.example.org/one", "乡镇图书馆", "书不怕旧，怕没人翻。一位管理员说。", "<img src=/shelf.png alt=书架>")
          .picture("news.example.org/shelf.png", "image/png", TestPicture.png(1))
          .html("example.org/gone", 410, "gone")
          .redirect("example.org/old", "https://news.example.org/one");
      COMMANDS.forEach(command -> zhai.run(command.toArray(String[]::new)));
      web.article("blog.example.org/small", "What small models are good for", LATER);
      zhai.run("fetch", "url:blog.example.org/small");
      zhai.run("import", "--no-fetch", notes.toString());
    }
    return library.resolve("library.db");
  }

  private static final String[] PARAGRAPHS = {
    "Knowledge distillation keeps the reasoning, and a small model learns both.",
    "当检索片段与模型内部知识冲突时，模型更相信谁？"
  };

  private static final String[] LATER = {
    "Knowledge distillation keeps the reasoning, and a small model learns both.",
    "When a passage that was retrieved contradicts what the model knows, which one does it trust?",
    "当检索片段与模型内部知识冲突时，模型更相信谁？"
  };

  /// What the program tells of a library: all that is in it, what lies in the trash, the tags and
  /// the saved searches.
  static String told(Zhai zhai) {
    StringBuilder told = new StringBuilder();
    for (List<String> command :
        List.of(
            List.of("export", "--format", "jsonl"),
            List.of("remove", "--trash"),
            List.of("tags"),
            List.of("search", "--saved"))) {
      told.append(zhai.run(command.toArray(String[]::new)).out());
    }
    return told.toString();
  }

  /// Unpacks the library of that format.
  static void unpack(int format, Path database) throws IOException {
    Files.createDirectories(Objects.requireNonNull(database.getParent()));
    try (InputStream packed = resource("library-%d.db.gz".formatted(format));
        InputStream library = new GZIPInputStream(packed)) {
      Files.copy(library, database);
    }
  }

  static String expected(int format) throws IOException {
    try (InputStream text = resource("library-%d.txt".formatted(format))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static boolean isKept(int format) {
    return GoldenLibrary.class.getResource(FOLDER + "library-%d.db.gz".formatted(format)) != null;
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(
        GoldenLibrary.class.getResourceAsStream(FOLDER + name), () -> "no " + name);
  }

  /// Keeps a library under the sources.
  static void keep(int format, Path database, String told) throws IOException {
    Path kept = Path.of("src/test/resources/zhai/survival").resolve(FOLDER);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      Files.copy(database, gzip);
    }
    Files.write(kept.resolve("library-%d.db.gz".formatted(format)), packed.toByteArray());
    Files.writeString(kept.resolve("library-%d.txt".formatted(format)), told);
  }
}
