package zhai.measure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import zhai.extract.Extractor;
import zhai.extract.SiteReader;
import zhai.fetch.SavedPage;
import zhai.model.Snapshot;

/// Reads the pages of a set one after the other, as `zhai extract` reads saved pages, and scores
/// them.
final class Measurement {
  private static final int WARM_UP_PAGES = 100;

  private final WatchedReaders siteReaders;
  private final Extractor extractor;
  private final Extractor general = new Extractor(List.of());

  Measurement(List<SiteReader> readers) {
    siteReaders = new WatchedReaders(readers);
    extractor = new Extractor(List.of(siteReaders));
  }

  /// Some of the pages are read beforehand, so that the times are those of a warm machine.
  void warmUp(GoldSet set) {
    set.pages().stream().limit(WARM_UP_PAGES).forEach(page -> measure(set, page));
  }

  List<MeasuredPage> measure(GoldSet set) {
    List<MeasuredPage> measured = new ArrayList<>();
    set.pages().forEach(page -> measured.add(measure(set, page)));
    return measured;
  }

  private MeasuredPage measure(GoldSet set, GoldPage gold) {
    Snapshot snapshot = SavedPage.read(set.bytes(gold)).snapshot(gold.url(), Instant.EPOCH);
    long start = System.nanoTime();
    Reading reading = Reading.of(extractor.extract(snapshot));
    double millis = (System.nanoTime() - start) / 1e6;
    PageScore score = PageScore.of(gold, reading.text());
    if (!siteReaders.knewThePage()) {
      return new MeasuredPage(gold, reading, millis, false, score, score);
    }
    String text = Reading.of(general.extract(snapshot)).text();
    return new MeasuredPage(gold, reading, millis, true, score, PageScore.of(gold, text));
  }
}
