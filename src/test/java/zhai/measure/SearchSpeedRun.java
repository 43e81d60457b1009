package zhai.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `mvn -Psearchspeed verify -Dset=DIR[,DIR]`: how fast zhai indexes and searches, beside {@link
/// ReferenceIndex} on the same documents and queries, on one thread.
///
/// The two take turns, so that whatever else the machine does slows down both. Of several rounds of
/// indexing the median counts. zhai's times hold more: it reads the documents from the store, keeps
/// their texts for snippets, and tells what has all the words from what has some.
final class SearchSpeedRun {
  private static final int ROUNDS = 5;
  private static final int MAX_QUERIES = 1_500;

  private SearchSpeedRun() {}

  /// What each of the two takes, in the same order.
  private record Pair(List<Double> zhai, List<Double> reference) {
    Pair() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    String at(double share, String format) {
      double ours = Percentile.of(zhai, share);
      double theirs = Percentile.of(reference, share);
      return String.format(Locale.ROOT, format, ours, theirs, theirs / ours);
    }
  }

  public static void main(String[] args) throws IOException {
    String folders = System.getProperty("set", "");
    if (folders.isEmpty()) {
      System.err.println("Which sets? Say it with -Dset=DIR[,DIR].");
      System.exit(2);
    }
    System.out.println(
        "Milliseconds of zhai, of the reference, and how many times as fast zhai is");
    for (String folder : folders.split(",")) {
      measure(new RetrievalSet(Path.of(folder).toAbsolutePath()));
    }
  }

  private static void measure(RetrievalSet set) throws IOException {
    List<RetrievalSet.Document> documents = set.documents();
    Pair millis = new Pair();
    for (int round = 1; round < ROUNDS; round++) {
      try (ReferenceIndex reference = new ReferenceIndex();
          MeasuredLibrary library = MeasuredLibrary.of(documents)) {
        index(documents, library, reference, millis);
      }
    }
    try (ReferenceIndex reference = new ReferenceIndex();
        MeasuredLibrary library = MeasuredLibrary.of(documents)) {
      index(documents, library, reference, millis);
      System.out.printf(
          "%-24s%s%n", set.name() + ", a document", millis.at(0.5, "%10.2f%10.2f%8.2f"));
      for (String variant : set.variants()) {
        Pair taken = search(library, reference, set.queries(variant));
        System.out.printf(
            "%-24s%s   p95%s%n",
            "  " + (variant.isEmpty() ? "questions" : variant) + ", p50",
            taken.at(0.5, "%10.2f%10.2f%8.2f"),
            taken.at(0.95, "%10.2f%10.2f%8.2f"));
      }
    }
  }

  private static void index(
      List<RetrievalSet.Document> documents,
      MeasuredLibrary library,
      ReferenceIndex reference,
      Pair millis)
      throws IOException {
    millis.reference.add(1_000 * reference.index(documents) / documents.size());
    millis.zhai.add(1_000 * library.index() / documents.size());
  }

  /// Each query twice, of which the second time counts.
  private static Pair search(
      MeasuredLibrary library, ReferenceIndex reference, List<RetrievalSet.Judged> queries)
      throws IOException {
    List<RetrievalSet.Judged> asked = queries.subList(0, Math.min(MAX_QUERIES, queries.size()));
    Pair millis = new Pair();
    for (boolean warm : new boolean[] {false, true}) {
      for (RetrievalSet.Judged query : asked) {
        long start = System.nanoTime();
        reference.search(query.text());
        double theirs = (System.nanoTime() - start) / 1e6;
        double ours = library.search(query.text()).millis();
        if (warm) {
          millis.reference.add(theirs);
          millis.zhai.add(ours);
        }
      }
    }
    return millis;
  }
}
