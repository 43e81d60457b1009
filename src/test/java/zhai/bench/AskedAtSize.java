package zhai.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import zhai.index.SortOrder;
import zhai.library.Finder;
import zhai.measure.Percentile;

/// A kind of query, as a person types it and as FTS5 wants it.
enum AskedAtSize {
  WORD {
    @Override
    Asked any(MadePages pages, Random random) {
      String word = pages.english().any(random);
      return new Asked(word, quoted(word));
    }
  },
  TWO_CHARACTERS {
    @Override
    Asked any(MadePages pages, Random random) {
      String word = twoCharacters(pages, random);
      return new Asked(word, quoted(word));
    }
  },
  QUESTION {
    @Override
    Asked any(MadePages pages, Random random) {
      String text = piece(pages.page(2 * random.nextInt(PAGES) + 1).text(), 8);
      return new Asked(text, String.join(" OR ", text.split(" ")));
    }
  },
  TWO_WORDS {
    @Override
    Asked any(MadePages pages, Random random) {
      String one = pages.english().ranked(20 + random.nextInt(2_000));
      String other = pages.english().ranked(20 + random.nextInt(2_000));
      return new Asked(one + " " + other, quoted(one) + " AND " + quoted(other));
    }
  },
  PHRASE {
    @Override
    Asked any(MadePages pages, Random random) {
      String text = pages.page(2 * random.nextInt(PAGES)).text();
      String phrase = text.substring(0, Math.min(8, text.length())).replaceAll("[，。\\s].*", "");
      return new Asked(quoted(phrase), quoted(phrase));
    }
  },
  FILTER {
    @Override
    Asked any(MadePages pages, Random random) {
      String word = pages.english().ranked(random.nextInt(500));
      return new Asked("site:site%d.example.org %s".formatted(random.nextInt(500), word), "");
    }
  },
  COMMON_OR {
    @Override
    Asked any(MadePages pages, Random random) {
      String one = pages.english().ranked(random.nextInt(20));
      String other = pages.english().ranked(random.nextInt(20));
      return new Asked(one + " OR " + other, quoted(one) + " OR " + quoted(other));
    }
  };

  private static final int PAGES = 5_000;
  private static final int QUERIES = 200;
  private static final int WARMING = 100;

  /// @param peers empty where the peer has nothing like it
  record Asked(String query, String peers) {}

  abstract Asked any(MadePages pages, Random random);

  private static String quoted(String text) {
    return '"' + text.replace("\"", "") + '"';
  }

  private static String twoCharacters(MadePages pages, Random random) {
    String word = pages.chinese().any(random);
    while (word.length() != 2) {
      word = pages.chinese().any(random);
    }
    return word;
  }

  private static String piece(String text, int words) {
    String[] all = text.replace(".", "").split("\\s+");
    return String.join(" ", List.of(all).subList(0, Math.min(words, all.length)));
  }

  /// Asks some and prints a row: milliseconds of both, and what share each finds anything for.
  void measure(MadePages pages, Finder finder, Fts5 peer) throws SQLException {
    Random random = new Random(ordinal());
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    int found = 0;
    int peerFound = 0;
    for (int i = -WARMING; i < QUERIES; i++) {
      Asked asked = any(pages, random);
      long start = System.nanoTime();
      boolean some = finder.search(asked.query(), 10, SortOrder.RELEVANCE).total() > 0;
      long between = System.nanoTime();
      boolean peerSome = !asked.peers().isEmpty() && peer.search(asked.peers()) > 0;
      if (i >= 0) {
        ours.add((between - start) / 1e6);
        theirs.add((System.nanoTime() - between) / 1e6);
        found += some ? 1 : 0;
        peerFound += peerSome ? 1 : 0;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-16s zhai p50 %8.2f p95 %8.2f p99 %8.2f finds %3d %%   FTS5 p50 %8.2f p95 %8.2f finds %3d"
            + " %%%n",
        name().toLowerCase(Locale.ROOT).replace('_', ' '),
        Percentile.of(ours, 0.5),
        Percentile.of(ours, 0.95),
        Percentile.of(ours, 0.99),
        100 * found / QUERIES,
        Percentile.of(theirs, 0.5),
        Percentile.of(theirs, 0.95),
        100 * peerFound / QUERIES);
  }
}
