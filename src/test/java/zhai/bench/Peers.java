package zhai.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The peers that are installed, each with the same pages in it.
final class Peers implements AutoCloseable {
  private static final List<String> KNOWN =
      List.of("fts5", "like", "minisearch", "recoll", "ripgrep");

  /// MiniSearch holds all in memory, and Recoll and ripgrep want a file for each page: past so many
  /// pages only SQLite is measured.
  private static final int MOST_PAGES_OF_OTHERS = 200_000;

  private final Bench bench;
  private final int pages;
  private final List<Filled> filled = new ArrayList<>();

  /// @param seconds that it took to take in the pages
  record Filled(Peer peer, double seconds) {}

  private Peers(Bench bench, int pages) {
    this.bench = bench;
    this.pages = pages;
  }

  /// Fills those that are wished for (`-Dpeers=fts5,recoll`, all without it) and installed.
  static Peers fill(Bench bench, int pages) throws IOException, SQLException, InterruptedException {
    Peers peers = new Peers(bench, pages);
    String wished = System.getProperty("peers", "");
    List<String> names = wished.isBlank() ? KNOWN : Arrays.asList(wished.split(","));
    for (String name : names) {
      try {
        peers.fill(name, bench.folder("peers-" + pages));
      } catch (IOException failure) {
        bench.table().say("%s is missing: %s".formatted(name, failure.getMessage()));
      }
    }
    return peers;
  }

  private void fill(String name, Path folder)
      throws IOException, SQLException, InterruptedException {
    switch (name) {
      case "fts5" -> fill(new SqlitePages(folder, SqlitePages.Way.FTS5));
      case "like" -> fill(new SqlitePages(folder, SqlitePages.Way.LIKE));
      case "minisearch" -> {
        if (isInstalled("MiniSearch", "node") && bench.has("npm", "MiniSearch")) {
          fill(MiniSearch.start(folder));
        }
      }
      case "recoll" -> {
        if (isInstalled("Recoll", "recollindex")) {
          fill(new Recoll(folder));
        }
      }
      case "ripgrep" -> {
        if (isInstalled("ripgrep", "rg")) {
          fill(new Ripgrep(folder));
        }
      }
      default -> throw new IOException("there is no such peer; there are " + KNOWN);
    }
  }

  private boolean isInstalled(String peer, String program) {
    if (pages > MOST_PAGES_OF_OTHERS) {
      bench.table().say("%s is left out of %,d pages.".formatted(peer, pages));
      return false;
    }
    return bench.has(program, peer);
  }

  private void fill(Peer peer) throws IOException, SQLException, InterruptedException {
    filled.add(new Filled(peer, peer.add(bench.pages(), pages)));
  }

  List<Filled> all() {
    return List.copyOf(filled);
  }

  @Override
  public void close() throws IOException, SQLException {
    for (Filled one : filled) {
      one.peer().close();
    }
  }
}
