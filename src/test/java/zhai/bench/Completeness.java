package zhai.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/// Whether every page that holds a piece of Chinese text is found by that piece, as a plain scan of
/// all texts finds them; and for how many of the pieces a peer finds any page.
final class Completeness {
  private static final int PIECES = 100;
  private static final int SHORTEST = 2;
  private static final int LONGEST = 6;

  private final Bench bench;
  private final MadeLibrary library;

  /// By piece, the addresses of all pages that hold it.
  private final Map<String, Set<String>> holders = new TreeMap<>();

  Completeness(Bench bench, MadeLibrary library) {
    this.bench = bench;
    this.library = library;
    pick();
    scan();
  }

  private void pick() {
    Random random = new Random(7);
    while (holders.size() < PIECES) {
      String text = bench.pages().page(2 * random.nextInt(library.pages() / 2)).text();
      int length = SHORTEST + holders.size() % (LONGEST - SHORTEST + 1);
      int start = random.nextInt(text.length() - length);
      String piece = text.substring(start, start + length);
      if (piece.codePoints().allMatch(Character::isIdeographic)) {
        holders.put(piece, new HashSet<>());
      }
    }
  }

  private void scan() {
    for (int number = 0; number < library.pages(); number++) {
      MadePages.MadePage page = bench.pages().page(number);
      holders.forEach((piece, urls) -> {
        if (page.text().contains(piece) || page.title().contains(piece)) {
          urls.add(page.url());
        }
      });
    }
  }

  void measure(List<Peer> peers) throws IOException, SQLException, InterruptedException {
    long all = holders.values().stream().mapToLong(Set::size).sum();
    long found = 0;
    int pairs = 0;
    try (OpenLibrary open = new OpenLibrary(library)) {
      for (Map.Entry<String, Set<String>> piece : holders.entrySet()) {
        Set<String> urls = new HashSet<>(open.all('"' + piece.getKey() + '"'));
        found += piece.getValue().stream().filter(urls::contains).count();
        pairs += piece.getKey().length() == SHORTEST && !urls.isEmpty() ? 1 : 0;
      }
    }
    bench
        .table()
        .row(
            "pages found of those that hold a Chinese piece",
            Figure.share((double) found / all),
            "a plain scan of all texts",
            Figure.share(1));
    for (Peer peer : peers) {
      tell(Figure.share((double) pairs / pairs().size()), peer);
    }
  }

  private List<String> pairs() {
    return holders.keySet().stream().filter(piece -> piece.length() == SHORTEST).toList();
  }

  private void tell(Figure zhai, Peer peer) throws IOException, SQLException, InterruptedException {
    List<Boolean> found = new ArrayList<>();
    for (String piece : pairs()) {
      Asked asked = new Asked(piece, piece, List.of(piece), Asked.Shape.PHRASE);
      OptionalInt hits = peer.search(asked);
      hits.ifPresent(count -> found.add(count > 0));
    }
    if (!found.isEmpty()) {
      double share = (double) found.stream().filter(it -> it).count() / found.size();
      bench
          .table()
          .row(
              "pieces of two characters that find a page", zhai, peer.label(), Figure.share(share));
    }
  }
}
