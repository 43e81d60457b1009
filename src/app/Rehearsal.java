import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// Runs the program as its users will, and keeps what the JVM learned of its classes (an AOT cache,
/// JEP 483): later starts take half the time or less. All that such a cache has is made ready at
/// each start, so each kind of command has one of its own with just what it needs;
/// `src/app/bin/zhai` says which. Without them zhai runs all the same.
///
/// Commands that work through a whole library are rehearsed with both compilers: their cache also
/// has what was counted while they ran (JEP 515), so that the second compiler begins at once with
/// the methods that matter. That saves about a fifth of an import of some ten thousand pages. The
/// reader is rehearsed in the same way: a browser comes in, and it is ended as by Ctrl-C.
@SuppressWarnings("DefaultPackage") // beside a file that is run as it is
final class Rehearsal {
  private static final List<String> READING =
      List.of(
          "search\t知识冲突",
          "search\tdistillation 小模型 -标题党 tag:toread",
          "search\t\"knowledge distillation\" OR 记笔记",
          "search\tknowlege distillation",
          "list\tis:unread",
          "list\t--json",
          "show\t1",
          "tags");

  private static final List<String> WRITING =
      List.of(
          "add\t--html\t{tour}saved.html"
              + "\thttps://www.zhihu.com/question/600000002/answer/3000000002",
          "add\t--html\t{tour}page.html\thttps://blog.example.org/rehearsed\t-x\twords\t-t\trag",
          "add\t--no-fetch\thttps://example.org/rehearsed\t-n\t想法",
          "note\t1\t-n\t又一个想法",
          "tag\t1\tagain",
          "edit\t1\t--read");

  private static final String PAGE =
      """
      <!DOCTYPE html><html lang="en"><head><title>A page</title></head><body><article>
      <h1>A page</h1><p>%s</p><p>%s</p></article></body></html>
      """
          .formatted("Some words of a page. ".repeat(20), "这一页讲的是一些词语。".repeat(20));

  private static final List<String> BULK =
      List.of(
          "demo",
          "import\t--no-fetch\t--format\tjsonl\t{tour}pages.jsonl",
          "import\t--no-fetch\t{tour}pages.warc",
          "reindex",
          "export\t--format\tjsonl\t-o\t{tour}out.jsonl",
          "check");

  /// What a browser and a program ask of the reader.
  private static final List<String> ASKED =
      List.of(
          "/",
          "/assets/reader.css",
          "/assets/reader.js",
          "/?q=tag:toread",
          "/?q=knowledge%20distillation",
          "/?q=%E7%9F%A5%E8%AF%86",
          "/entry/1",
          "/list",
          "/api/v1/search?q=distillation",
          "/api/v1/status");

  private static final List<String> ONE_COMPILER = List.of("-XX:TieredStopAtLevel=1");
  private static final List<String> BOTH_COMPILERS = List.of("-XX:+TieredCompilation");

  /// As the launcher has them for these commands: what the second compiler did in the rehearsal, it
  /// does early in every run, so it should do nothing here that is not worth it. A cache fits only
  /// objects with heads of the same size.
  private static final List<String> SECOND_SELDOM =
      List.of(
          "-XX:Tier4InvocationThreshold=80000",
          "-XX:Tier4MinInvocationThreshold=9600",
          "-XX:Tier4CompileThreshold=240000",
          "-XX:Tier4BackEdgeThreshold=640000",
          "-XX:+UseCompactObjectHeaders");

  private final Program program;
  private final Path lib;
  private final Path scratch;

  /// @param lib where the caches go, beside the jars
  /// @param folder in which to rehearse; nothing is left there
  Rehearsal(Program program, Path lib, Path folder) {
    this.program = program;
    this.lib = lib;
    this.scratch = folder.resolve("rehearsal");
  }

  void run() throws IOException, InterruptedException {
    Files.createDirectory(scratch);
    try {
      rehearse("zhai", scratch, ONE_COMPILER, List.of("demo"));
      Path tour;
      try (Stream<Path> made = Files.list(scratch)) {
        tour = made.filter(Files::isDirectory).findFirst().orElseThrow();
      }
      Files.writeString(tour.resolve("page.html"), PAGE);
      try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
        Future<Void> bulk = beside.submit(this::rehearseBulk);
        rehearse("help", tour, ONE_COMPILER, List.of("--help", "--version"));
        rehearse("read", tour, ONE_COMPILER, READING);
        rehearse("write", tour, ONE_COMPILER, WRITING);
        rehearseReader(tour);
        rehearseCalls(tour);
        bulk.get();
      }
    } catch (ExecutionException e) {
      System.out.println("no start-up cache for many pages, its rehearsal failed: " + e.getCause());
    } catch (IllegalStateException e) {
      System.out.println("no start-up cache, the rehearsal failed: " + e.getMessage());
    } finally {
      AppFolder.delete(scratch);
    }
  }

  /// @param tour where the library and the pages are
  private void rehearse(String cache, Path tour, List<String> compilers, List<String> commands)
      throws IOException, InterruptedException {
    String rehearsal = String.join("\n", commands).replace("{tour}", tour + "/");
    program.run(environment(tour, rehearsal), options(cache, compilers).toArray(String[]::new));
  }

  /// Takes as long as all others, and has a library of its own: it is done beside them.
  private Void rehearseBulk() throws IOException, InterruptedException {
    Path large = Files.createDirectory(scratch.resolve("large"));
    MadePages.writeLines(large.resolve("pages.jsonl"));
    MadePages.writeArchive(large.resolve("pages.warc"));
    rehearse("bulk", large, SECOND_SELDOM, BULK);
    return null;
  }

  /// Its first line is the link by which a browser comes in. Where a process can't be asked to end,
  /// as on Windows, there is no cache afterwards.
  private void rehearseReader(Path tour) throws IOException, InterruptedException {
    Process reader =
        program.start(environment(tour, "serve\t--port\t0"), options("serve", BOTH_COMPILERS));
    try (BufferedReader printed = reader.inputReader()) {
      ask(URI.create(String.valueOf(printed.readLine())));
      // By its handle, which leaves the pipe open: the cache is made now, and tells of it there.
      reader.toHandle().destroy();
      printed.transferTo(Writer.nullWriter());
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("the reader printed no link", e);
    } finally {
      reader.destroy();
      reader.waitFor();
    }
  }

  /// What a command does when another process runs it.
  private void rehearseCalls(Path tour) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("zhai");
    String socket = "-Dzhai.standby=" + folder.resolve("standby");
    List<String> standBy =
        List.of(socket, "-Dzhai.app=" + lib.getParent(), "-jar", jar(), "stand-by", "/");
    Process process = program.start(library(tour), standBy);
    try (BufferedReader printed = process.inputReader()) {
      String said = printed.readLine();
      if (said == null || !said.equals("standing by")) {
        throw new IllegalStateException("nobody stands by: " + said);
      }
      List<String> options = new ArrayList<>(List.of(socket));
      options.addAll(options("call", ONE_COMPILER));
      program.run(environment(tour, String.join("\n", READING)), options.toArray(String[]::new));
    } finally {
      process.destroy();
      process.waitFor();
      AppFolder.delete(folder);
    }
  }

  private static void ask(URI link) throws IOException, InterruptedException {
    try (HttpClient browser = HttpClient.newHttpClient()) {
      String cookie =
          browser
              .send(HttpRequest.newBuilder(link).build(), BodyHandlers.discarding())
              .headers()
              .firstValue("Set-Cookie")
              .orElseThrow(() -> new IllegalStateException("the reader lets nobody in"));
      for (String path : ASKED) {
        HttpRequest request =
            HttpRequest.newBuilder(link.resolve(path)).header("Cookie", cookie).build();
        browser.send(request, BodyHandlers.discarding());
      }
    }
  }

  private static Map<String, String> environment(Path tour, String rehearsal) {
    Map<String, String> environment = new HashMap<>(library(tour));
    environment.put("ZHAI_REHEARSAL", rehearsal);
    return environment;
  }

  private static Map<String, String> library(Path tour) {
    return Map.of("ZHAI_LIBRARY", tour.resolve("library").toString());
  }

  private List<String> options(String cache, List<String> compilers) {
    List<String> options = new ArrayList<>(compilers);
    options.addAll(
        List.of(
            "-XX:AOTCacheOutput=" + lib.resolve(cache + ".aot"),
            "-XX:+AOTClassLinking",
            "-XX:+UseSerialGC",
            "-Xlog:disable",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.awt.headless=true",
            "-Djava.io.tmpdir=" + scratch,
            "-Dorg.sqlite.lib.path=" + lib,
            "-jar",
            jar()));
    return options;
  }

  private String jar() {
    return lib.resolve("zhai.jar").toString();
  }
}
