package zhai.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What all sections of a run share: the pages, the libraries made of them, and the table.
final class Bench implements AutoCloseable {
  /// The program as it is handed out.
  static final Path APP = Path.of("target/zhai/bin/zhai").toAbsolutePath();

  /// What the promise of bounded memory is kept with.
  private static final String HEAP = "-Xmx256m";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path work;
  private final MadePages pages = new MadePages();
  private final Table table = new Table();
  private final Map<Integer, MadeLibrary> libraries = new HashMap<>();
  private final Map<Integer, Peers> peers = new HashMap<>();

  Bench(Path work) throws IOException {
    this.work = work;
  }

  /// A folder of this run.
  Path work() {
    return work;
  }

  MadePages pages() {
    return pages;
  }

  Table table() {
    return table;
  }

  /// A library of so many pages; made by `zhai import` when it is asked for the first time.
  MadeLibrary library(int count) throws IOException, InterruptedException {
    MadeLibrary known = libraries.get(count);
    if (known != null) {
      return known;
    }
    Path folder = work.resolve("library-" + count);
    Path lines = pages.write(count, work.resolve(count + ".jsonl"));
    List<String> command = List.of(APP.toString(), "import", "--format", "jsonl", lines.toString());
    Map<String, String> environment =
        Map.of("ZHAI_LIBRARY", folder.toString(), "JDK_JAVA_OPTIONS", HEAP);
    MadeLibrary made = new MadeLibrary(folder, count, lines, Processes.run(command, environment));
    libraries.put(count, made);
    return made;
  }

  /// Builds a library's index once more.
  Processes.Taken indexAnew(MadeLibrary library) throws IOException, InterruptedException {
    return Processes.run(List.of(APP.toString(), "reindex"), library.environment());
  }

  /// The peers with so many pages in them; filled when they are asked for the first time.
  Peers peers(int count) throws IOException, SQLException, InterruptedException {
    Peers known = peers.get(count);
    if (known != null) {
      return known;
    }
    Peers filled = Peers.fill(this, count);
    peers.put(count, filled);
    return filled;
  }

  /// How many pages the sections import and search at size: `-Dpages=N`.
  static int atSize() {
    return Integer.getInteger("pages", 100_000);
  }

  /// Whether a peer can be asked; says so if not.
  boolean has(String program, String peer) {
    boolean installed = Processes.isInstalled(program);
    if (!installed) {
      table.say("%s is missing: %s is not installed.".formatted(peer, program));
    }
    return installed;
  }

  /// A line of JSON.
  static String json(Map<String, ?> object) {
    try {
      return JSON.writeValueAsString(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A folder in the one of this run.
  Path folder(String name) throws IOException {
    return Files.createDirectories(work.resolve(name));
  }

  @Override
  public void close() throws IOException, SQLException {
    for (Peers filled : peers.values()) {
      filled.close();
    }
  }
}
