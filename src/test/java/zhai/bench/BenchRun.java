package zhai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import zhai.extract.Extractor;
import zhai.library.Finder;
import zhai.library.Library;
import zhai.library.LibraryFolder;
import zhai.library.Parts;
import zhai.library.TimedExtractor;

/// `mvn -Pbench verify [-Dpages=100000]`: prints the tables of start-up, import and search.
final class BenchRun {
  private static final int PAGES_OF_COLD_STARTS = 10_000;
  private static final Path APP = Path.of("target/zhai/bin/zhai").toAbsolutePath();
  private static final String SAVED =
      """
      <!DOCTYPE html><html lang="en"><head><title>A page</title></head><body><article>
      <h1>A page</h1><p>%s</p><p>%s</p></article></body></html>
      """
          .formatted("Some words of a page. ".repeat(40), "这一页讲的是一些词语。".repeat(40));

  private final Path work;
  private final MadePages pages = new MadePages();

  private BenchRun(Path work) throws IOException {
    this.work = work;
  }

  public static void main(String[] arguments) throws Exception {
    Path work = Files.createTempDirectory("zhai-bench");
    BenchRun run = new BenchRun(work);
    run.coldStarts();
    run.atSize(Integer.getInteger("pages", 100_000));
    System.out.println("The libraries stay in " + work);
  }

  private Map<String, String> library(String name) {
    return Map.of(
        "ZHAI_LIBRARY",
        work.resolve(name).toString(),
        "XDG_DATA_HOME",
        work.resolve("peers").toString());
  }

  private double take(int count, String library, String heap)
      throws IOException, InterruptedException {
    Path lines = pages.write(count, work.resolve(library + ".jsonl"));
    Map<String, String> environment = library(library);
    return Processes.run(
        List.of(
            "env",
            "JDK_JAVA_OPTIONS=" + heap,
            APP.toString(),
            "import",
            "--format",
            "jsonl",
            lines.toString()),
        environment);
  }

  private void coldStarts() throws IOException, InterruptedException, SQLException {
    System.out.printf("%nCold starts, %,d bookmarks with text%n", PAGES_OF_COLD_STARTS);
    take(PAGES_OF_COLD_STARTS, "small", "");
    String words = pages.page(101).title().split(" ")[0];
    Path saved = Files.writeString(work.resolve("saved.html"), SAVED);
    ColdStarts starts =
        new ColdStarts(work)
            .with("zhai search, snippets printed", APP + " search " + words)
            .with("zhai add --html", APP + " add https://example.org/saved --html " + saved)
            .with("zhai list --limit 10", APP + " list --limit 10")
            .with("zhai --help", APP + " --help");
    if (Processes.isInstalled("buku")) {
      fillBuku();
      starts
          .with("buku, titles and addresses", "buku --np --nostdin -s " + words)
          .with("buku --help", "buku --help");
    }
    if (Processes.isInstalled("rg")) {
      starts.with("ripgrep over the texts", "rg -c " + words + " " + work.resolve("small.jsonl"));
    }
    starts.measure(library("small"));
  }

  private void fillBuku() throws IOException, SQLException {
    Path file = Files.createDirectories(work.resolve("peers/buku")).resolve("bookmarks.db");
    try (Connection buku = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = buku.createStatement()) {
      statement.execute(
          "CREATE TABLE bookmarks (id INTEGER PRIMARY KEY, URL TEXT NOT NULL UNIQUE,"
              + " metadata TEXT DEFAULT '', tags TEXT DEFAULT ',', desc TEXT DEFAULT '',"
              + " flags INTEGER DEFAULT 0)");
      buku.setAutoCommit(false);
      try (PreparedStatement insert =
          buku.prepareStatement("INSERT INTO bookmarks (URL, metadata) VALUES (?, ?)")) {
        for (int number = 0; number < PAGES_OF_COLD_STARTS; number++) {
          insert.setString(1, pages.page(number).url());
          insert.setString(2, pages.page(number).title());
          insert.executeUpdate();
        }
      }
      buku.commit();
    }
  }

  private void atSize(int count) throws IOException, InterruptedException, SQLException {
    System.out.printf("%nImport and search, %,d pages%n", count);
    double seconds = take(count, "large", "-Xmx256m");
    try (Fts5 peer = new Fts5(work.resolve("fts5.db"))) {
      long start = System.nanoTime();
      peer.add(pages, count);
      double theirs = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "zhai import at -Xmx256m %.1f s, %,.0f a second; FTS5 trigram %.1f s, %,.0f a second%n",
          seconds,
          count / seconds,
          theirs,
          count / theirs);
      System.out.printf(
          Locale.ROOT,
          "zhai's store and index %,d MB, FTS5 %,d MB%n",
          megabytes(work.resolve("large")),
          megabytes(work.resolve("fts5.db")));
      Parts parts =
          new Parts(
              new TimedExtractor(() -> new Extractor(List.of())),
              InstantSource.system(),
              ZoneOffset.UTC,
              "bench");
      try (Library library = Library.open(new LibraryFolder(work.resolve("large")), parts)) {
        Finder finder = new Finder(library);
        for (AskedAtSize kind : AskedAtSize.values()) {
          kind.measure(pages, finder, peer);
        }
      }
    }
  }

  private static long megabytes(Path place) throws IOException {
    try (Stream<Path> files = Files.walk(place)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum()
          / 1_000_000;
    }
  }
}
