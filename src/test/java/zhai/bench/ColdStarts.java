package zhai.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whole processes from nothing to their last line, by hyperfine: medians, side by side in one run;
/// those of zhai once as they are and once with nobody who stands by.
final class ColdStarts {
  private static final int PAGES = 10_000;
  private static final int RUNS = 15;
  private static final String SAVED =
      """
      <!DOCTYPE html><html lang="en"><head><title>A page</title></head><body><article>
      <h1>A page</h1><p>%s</p><p>%s</p></article></body></html>
      """
          .formatted("Some words of a page. ".repeat(40), "这一页讲的是一些词语。".repeat(40));

  private final Bench bench;
  private final MadeLibrary library;

  private ColdStarts(Bench bench, MadeLibrary library) {
    this.bench = bench;
    this.library = library;
  }

  static void measure(Bench bench) throws IOException, InterruptedException, SQLException {
    if (bench.has("hyperfine", "Everything here")) {
      new ColdStarts(bench, bench.library(Math.min(PAGES, Bench.atSize()))).run();
    }
  }

  private void run() throws IOException, InterruptedException, SQLException {
    String word = bench.pages().anyWord();
    Path saved = Files.writeString(bench.work().resolve("saved.html"), SAVED);
    boolean buku = bench.has("buku", "buku");
    boolean ripgrep = bench.has("rg", "ripgrep");
    List<String> own =
        List.of(
            Bench.APP + " search " + word,
            Bench.APP + " --help",
            Bench.APP + " add https://example.org/saved --html " + saved,
            Bench.APP + " list --limit 10");
    List<String> commands = new ArrayList<>(own);
    if (buku) {
      fillBuku();
      commands.addAll(List.of("buku --np --nostdin -s " + word, "buku --help"));
    }
    if (ripgrep) {
      commands.add("rg -c " + word + " " + library.lines());
    }
    Map<String, Figure> alone = medians(bench.work(), own, environment("off"));
    Map<String, Figure> medians = medians(bench.work(), commands, environment("on"));
    tell(commands.stream().map(medians::get).toList(), buku, ripgrep);
    tellAlone(own.stream().map(alone::get).toList(), buku ? medians.get(commands.get(4)) : null);
  }

  private void tell(List<Figure> medians, boolean buku, boolean ripgrep) {
    Table table = bench.table();
    String search = "search, %,d pages, snippets".formatted(library.pages());
    Figure ours = medians.getFirst();
    if (buku) {
      table.row(search, ours, "buku, titles and addresses", medians.get(4));
      table.row("--help", medians.get(1), "buku --help", medians.get(5));
    } else {
      table.row(search, ours);
      table.row("--help", medians.get(1));
    }
    if (ripgrep) {
      table.row(search, ours, "ripgrep over the texts", medians.getLast());
    }
    table.row("add --html of one page", medians.get(2), "zhai search", ours);
    table.row("list --limit 10", medians.get(3), "zhai search", ours);
  }

  private void tellAlone(List<Figure> medians, @Nullable Figure buku) {
    Table table = bench.table();
    Figure search = medians.getFirst();
    if (buku != null) {
      table.row("search, nobody stands by", search, "buku, titles and addresses", buku);
    }
    table.row("add --html of one page, nobody stands by", medians.get(2), "zhai search", search);
    table.row("list --limit 10, nobody stands by", medians.get(3), "zhai search", search);
  }

  private Map<String, String> environment(String standby) {
    Map<String, String> environment = new HashMap<>(library.environment());
    environment.put("ZHAI_STANDBY", standby);
    environment.put("XDG_DATA_HOME", bench.work().resolve("peers").toString());
    return environment;
  }

  /// How long commands take from nothing; hyperfine must be installed.
  ///
  /// @param commands as for a shell; they are run without one
  static Map<String, Figure> medians(
      Path work, List<String> commands, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path results = work.resolve("hyperfine.json");
    List<String> hyperfine = new ArrayList<>(List.of("hyperfine", "--shell=none", "--warmup=3"));
    hyperfine.addAll(List.of("--runs=" + RUNS, "--style=none", "--ignore-failure"));
    hyperfine.add("--export-json=" + results);
    hyperfine.addAll(commands);
    Processes.run(hyperfine, environment);
    JsonNode rows = new ObjectMapper().readTree(Files.readString(results)).path("results");
    Map<String, Figure> medians = new HashMap<>();
    for (int i = 0; i < commands.size(); i++) {
      double seconds = rows.path(i).path("median").asDouble();
      medians.put(commands.get(i), Figure.millis(1_000 * seconds));
    }
    return medians;
  }

  private void fillBuku() throws IOException, SQLException {
    Path file = bench.folder("peers/buku").resolve("bookmarks.db");
    try (Connection buku = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = buku.createStatement()) {
      statement.execute(
          "CREATE TABLE bookmarks (id INTEGER PRIMARY KEY, URL TEXT NOT NULL UNIQUE,"
              + " metadata TEXT DEFAULT '', tags TEXT DEFAULT ',', desc TEXT DEFAULT '',"
              + " flags INTEGER DEFAULT 0)");
      buku.setAutoCommit(false);
      try (PreparedStatement insert =
          buku.prepareStatement("INSERT INTO bookmarks (URL, metadata) VALUES (?, ?)")) {
        for (int number = 0; number < library.pages(); number++) {
          insert.setString(1, bench.pages().page(number).url());
          insert.setString(2, bench.pages().page(number).title());
          insert.executeUpdate();
        }
      }
      buku.commit();
    }
  }
}
