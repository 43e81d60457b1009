package zhai.index;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import zhai.bench.MadePages;

/// A text of a few thousand characters, folded and cut into words and into characters, as it is for
/// the index.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
public class HotAnalysis {
  private static final int PAGES = 5;

  private final Analyzer analyzer = Analysis.byField(UnaryOperator.identity());
  private String chinese;
  private String english;

  /// Makes the texts.
  @Setup
  public void make() throws IOException {
    MadePages pages = new MadePages();
    chinese = text(pages, 0);
    english = text(pages, 1);
  }

  private static String text(MadePages pages, int first) {
    return IntStream.range(0, PAGES)
        .mapToObj(i -> pages.page(first + 2 * i).text())
        .collect(Collectors.joining("\n\n"));
  }

  @Benchmark
  public int analyzeAChineseText() throws IOException {
    return terms(chinese);
  }

  @Benchmark
  public int analyzeAnEnglishText() throws IOException {
    return terms(english);
  }

  private int terms(String text) throws IOException {
    String folded = Folding.fold(text);
    return terms(TextField.PAGE.words(), folded) + terms(TextField.PAGE.grams(), folded);
  }

  private int terms(String field, String folded) throws IOException {
    int terms = 0;
    try (TokenStream stream = analyzer.tokenStream(field, folded)) {
      stream.reset();
      while (stream.incrementToken()) {
        terms++;
      }
      stream.end();
    }
    return terms;
  }
}
