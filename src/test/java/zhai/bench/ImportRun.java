package zhai.bench;

import java.io.IOException;
import java.sql.SQLException;

/// Taking in pages with their text until they are stored and searchable, by the program in little
/// memory, and indexing them once more in as much as it likes; beside it what peers take to index
/// the same texts.
final class ImportRun {
  private ImportRun() {}

  static void measure(Bench bench) throws IOException, InterruptedException, SQLException {
    int count = Bench.atSize();
    MadeLibrary library = bench.library(count);
    Table table = bench.table();
    String what = "import of %,d pages at -Xmx256m".formatted(count);
    Figure rate = Figure.perSecond(count / library.taken().seconds());
    table.row(what, rate, "2,000 a second", Figure.perSecond(2_000));
    table.row("its resident memory at most", Figure.megabytes(library.taken().peakMegabytes()));
    Figure anew = Figure.perSecond(count / bench.indexAnew(library).seconds());
    Figure index = Figure.megabytes(library.indexMegabytes());
    Figure whole = Figure.megabytes(library.megabytes());
    table.row("size of index", index, "the pages' JSON lines", texts(library));
    for (Peers.Filled filled : bench.peers(count).all()) {
      Peer peer = filled.peer();
      Figure peers = Figure.perSecond(count / filled.seconds());
      table.row(what, rate, peer.label(), peers);
      table.row("indexing them anew, all cores", anew, peer.label(), peers);
      table.row("size of store and index", whole, peer.label(), Figure.megabytes(peer.megabytes()));
    }
    table.say(
        "zhai stores and indexes; Recoll and MiniSearch index only; ripgrep's figures are of"
            + " writing the files; MiniSearch's size is its memory.");
  }

  private static Figure texts(MadeLibrary library) throws IOException {
    return Figure.megabytes(MadeLibrary.megabytes(library.lines()));
  }
}
