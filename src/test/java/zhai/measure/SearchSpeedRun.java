package zhai.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `mvn -Psearchspeed verify -Dset=DIR[,DIR]`: how fast zhai indexes and searches, beside {@link
/// ReferenceIndex} on the same documents and queries.
///
/// zhai indexes on all cores, as it does for its users; the reference on one, of which two do
/// nearly twice as much. Both search on one.
///
/// They take turns, so that whatever else the machine does slows down both. Of several rounds of
/// indexing the median counts. zhai's times hold more: it reads the documents from the store, keeps
/// their texts for snippets, and tells what has all the words from what has some.
final class SearchSpeedRun {
  private static final int ROUNDS = 5;
  private static final int PASSES = 6;
  private static final int MAX_QUERIES = 1_500;

  private SearchSpeedRun() {}

  /// What each takes, in the same order.
  ///
  /// @param quicker the reference in two steps; nothing of indexing
  private record Taken(List<Double> zhai, List<Double> reference, List<Double> quicker) {
    Taken() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    String at(double share) {
      double ours = Percentile.of(zhai, share);
      double theirs = Percentile.of(reference, share);
      String both = String.format(Locale.ROOT, "%10.2f%10.2f%8.2f", ours, theirs, theirs / ours);
      return quicker.isEmpty()
          ? both
          : both + String.format(Locale.ROOT, "%10.2f", Percentile.of(quicker, share));
    }
  }

  public static void main(String[] args) throws IOException {
    String folders = System.getProperty("set", "");
    if (folders.isEmpty()) {
      System.err.println("Which sets? Say it with -Dset=DIR[,DIR].");
      System.exit(2);
    }
    System.out.println(
        "Milliseconds of zhai, of the reference, how many times as fast zhai is;"
            + " of queries also of the reference in two steps");
    for (String folder : folders.split(",")) {
      measure(new RetrievalSet(Path.of(folder).toAbsolutePath()));
    }
  }

  private static void measure(RetrievalSet set) throws IOException {
    List<RetrievalSet.Document> documents = set.documents();
    Taken millis = new Taken();
    for (int round = 1; round < ROUNDS; round++) {
      try (ReferenceIndex reference = new ReferenceIndex();
          MeasuredLibrary library = MeasuredLibrary.of(documents)) {
        index(documents, library, reference, millis);
      }
    }
    try (ReferenceIndex reference = new ReferenceIndex();
        MeasuredLibrary library = MeasuredLibrary.of(documents)) {
      index(documents, library, reference, millis);
      System.out.printf("%-24s%s%n", set.name() + ", a document", millis.at(0.5));
      for (String variant : set.variants()) {
        Taken taken = search(library, reference, set.queries(variant));
        System.out.printf(
            "%-24s%s   p95%s%n",
            "  " + (variant.isEmpty() ? "questions" : variant) + ", p50",
            taken.at(0.5),
            taken.at(0.95));
      }
    }
  }

  private static void index(
      List<RetrievalSet.Document> documents,
      MeasuredLibrary library,
      ReferenceIndex reference,
      Taken millis)
      throws IOException {
    millis.reference.add(1_000 * reference.index(documents) / documents.size());
    millis.zhai.add(1_000 * library.index() / documents.size());
  }

  /// Each query {@value #PASSES} times, of which the last counts: by then all is warm.
  private static Taken search(
      MeasuredLibrary library, ReferenceIndex reference, List<RetrievalSet.Judged> queries)
      throws IOException {
    List<RetrievalSet.Judged> asked = queries.subList(0, Math.min(MAX_QUERIES, queries.size()));
    Taken last = new Taken();
    for (int pass = 0; pass < PASSES; pass++) {
      last = new Taken();
      for (RetrievalSet.Judged query : asked) {
        long start = System.nanoTime();
        reference.search(query.text());
        long between = System.nanoTime();
        reference.searchInTwoSteps(query.text());
        last.reference.add((between - start) / 1e6);
        last.quicker.add((System.nanoTime() - between) / 1e6);
        last.zhai.add(library.search(query.text()).millis());
      }
    }
    return last;
  }
}
