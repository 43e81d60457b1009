package zhai.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
import zhai.extract.Extraction;
import zhai.extract.Extractor;
import zhai.extract.site.SiteReaders;
import zhai.library.Anchorer;
import zhai.model.Anchor;
import zhai.model.Bytes;
import zhai.model.Snapshot;
import zhai.model.Surroundings;
import zhai.query.Query;
import zhai.query.QueryParser;

/// What is done for each page that is read, each excerpt and each query.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
public class HotParts {
  private static final int CHINESE = 100;
  private static final int ENGLISH = 101;
  private static final int QUOTE_CHARACTERS = 30;

  private final Extractor extractor = new Extractor(SiteReaders.all());
  private Snapshot chinese;
  private Snapshot english;
  private String text;
  private String quote;

  /// Makes the pages.
  @Setup
  public void make() throws IOException {
    MadePages pages = new MadePages();
    MadeSite site = new MadeSite(pages);
    chinese = snapshot(site, CHINESE);
    english = snapshot(site, ENGLISH);
    text = extractor.extract(chinese).article().content().text();
    int middle = text.length() / 2;
    quote = text.substring(middle, Math.min(text.length(), middle + QUOTE_CHARACTERS));
  }

  private static Snapshot snapshot(MadeSite site, int number) {
    return new Snapshot(
        "https://site.example.org/p/" + number,
        Snapshot.Origin.FETCHED,
        200,
        List.of(new Snapshot.Header("Content-Type", "text/html; charset=utf-8")),
        Bytes.of(site.html(number).getBytes(StandardCharsets.UTF_8)),
        Instant.EPOCH);
  }

  @Benchmark
  public Extraction extractAChinesePage() {
    return extractor.extract(chinese);
  }

  @Benchmark
  public Extraction extractAnEnglishPage() {
    return extractor.extract(english);
  }

  @Benchmark
  public Anchor anchorAnExcerpt() {
    return new Anchorer(text).find(quote, Surroundings.NONE);
  }

  @Benchmark
  public Query parseAQuery() {
    return QueryParser.parse("tag:rag \"冲突信息\" -site:csdn.net (reader OR 阅读) added:2026-01..");
  }
}
