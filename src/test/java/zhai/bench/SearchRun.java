package zhai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Each kind of query, asked of a library at size and of its peers: the best ten with their
/// passages.
///
/// Warm ones are asked in this process, one after the other on one thread; cold ones are a process
/// each. All engines are asked the same queries, but none longer than some seconds for a kind.
final class SearchRun {
  private static final int QUERIES = 200;
  private static final int WARMING = 100;
  private static final int COLD_QUERIES = 10;
  private static final double MOST_SECONDS = 20;

  private final Bench bench;
  private final MadeLibrary library;

  private SearchRun(Bench bench, MadeLibrary library) {
    this.bench = bench;
    this.library = library;
  }

  /// What is asked.
  private interface Engine {
    OptionalInt search(Asked asked) throws IOException, SQLException, InterruptedException;
  }

  static void measure(Bench bench) throws IOException, InterruptedException, SQLException {
    SearchRun run = new SearchRun(bench, bench.library(Bench.atSize()));
    bench
        .table()
        .say(
            "of %,d pages, in ms: p50 / p95 / p99, how many queries find anything; the ratio is of p95"
                .formatted(run.library.pages()));
    List<Peer> peers =
        bench.peers(run.library.pages()).all().stream().map(Peers.Filled::peer).toList();
    run.warm(peers.stream().filter(peer -> !peer.startsAnew()).toList());
    run.cold(peers.stream().filter(Peer::startsAnew).toList());
    run.batch();
    new Completeness(bench, run.library).measure(peers);
  }

  private void warm(List<Peer> peers) throws IOException, InterruptedException, SQLException {
    try (OpenLibrary open = new OpenLibrary(library)) {
      // Warm is a reader that has been open for a while: Java has compiled what queries of any kind
      // need, and not only what those before did.
      for (AskedAtSize kind : AskedAtSize.values()) {
        ask(open::search, kind.some(bench.pages(), library.pages(), WARMING), WARMING);
      }
      for (AskedAtSize kind : AskedAtSize.values()) {
        List<Asked> queries = kind.some(bench.pages(), library.pages(), WARMING + QUERIES);
        Figure zhai = ask(open::search, queries, WARMING).figure();
        tell(kind.label() + ", warm", zhai, peers, queries);
      }
    }
  }

  private void cold(List<Peer> peers) throws IOException, InterruptedException, SQLException {
    for (AskedAtSize kind : AskedAtSize.values()) {
      List<Asked> queries = kind.some(bench.pages(), library.pages(), COLD_QUERIES);
      Figure zhai = ask(this::searchAnew, queries, 0).figure();
      tell(kind.label() + ", cold", zhai, peers, queries);
    }
  }

  private void tell(String what, Figure zhai, List<Peer> peers, List<Asked> queries)
      throws IOException, InterruptedException, SQLException {
    int warming = queries.size() - Math.min(QUERIES, queries.size());
    boolean alone = true;
    for (Peer peer : peers) {
      Times times = ask(peer::search, queries, warming);
      if (!times.millis().isEmpty()) {
        bench.table().row(what, zhai, peer.label(), times.figure());
        alone = false;
      }
    }
    if (alone) {
      bench.table().row(what, zhai);
    }
  }

  /// @param warming how many of the queries come first and are not counted
  private static Times ask(Engine engine, List<Asked> queries, int warming)
      throws IOException, SQLException, InterruptedException {
    List<Double> millis = new ArrayList<>();
    int found = 0;
    double seconds = 0;
    for (int i = 0; i < queries.size() && seconds < MOST_SECONDS; i++) {
      long start = System.nanoTime();
      OptionalInt hits = engine.search(queries.get(i));
      double taken = (System.nanoTime() - start) / 1e9;
      seconds += taken;
      if (hits.isEmpty()) {
        return new Times(List.of(), 0);
      }
      if (i >= warming || seconds >= MOST_SECONDS) {
        millis.add(1_000 * taken);
        found += hits.getAsInt() > 0 ? 1 : 0;
      }
    }
    return new Times(millis, found);
  }

  /// As at a shell. A person does not page to the hundredth page there, but asks for so many.
  private OptionalInt searchAnew(Asked asked) throws IOException, InterruptedException {
    Path output = bench.work().resolve("found.txt");
    String limit = Integer.toString(asked.offset() + Asked.PAGE);
    List<String> command =
        List.of(Bench.APP.toString(), "search", "--limit", limit, "--json", asked.query());
    Processes.run(command, library.environment(), ProcessBuilder.Redirect.to(output.toFile()), 0);
    return OptionalInt.of(Files.readAllLines(output).size());
  }

  /// All queries by one `zhai search --batch`, for the memory that it takes.
  private void batch() throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    for (AskedAtSize kind : AskedAtSize.values()) {
      for (Asked asked : kind.some(bench.pages(), library.pages(), QUERIES)) {
        lines.add(Bench.json(Map.of("id", Integer.toString(lines.size()), "query", asked.query())));
      }
    }
    Path queries = Files.write(bench.work().resolve("queries.jsonl"), lines);
    List<String> command = List.of("sh", "-c", "exec \"$0\" search --batch < \"$1\"");
    List<String> whole = new ArrayList<>(command);
    whole.addAll(List.of(Bench.APP.toString(), queries.toString()));
    Processes.Taken taken = Processes.run(whole, library.environment());
    bench
        .table()
        .row(
            "resident memory after %,d queries by search --batch".formatted(lines.size()),
            Figure.megabytes(taken.peakMegabytes()));
  }
}
