package zhai.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import zhai.extract.Page;
import zhai.extract.SiteReader;
import zhai.extract.SiteReading;

/// The site readers as one that remembers whether any of them knew the last page. For one thread.
final class WatchedReaders implements SiteReader {
  private final List<SiteReader> readers;
  private @Nullable SiteReader knowing;

  WatchedReaders(List<SiteReader> readers) {
    this.readers = readers;
  }

  boolean knewThePage() {
    return knowing != null;
  }

  @Override
  public boolean knows(Page page) {
    knowing = readers.stream().filter(reader -> reader.knows(page)).findFirst().orElse(null);
    return knowing != null;
  }

  @Override
  public SiteReading read(Page page) {
    if (knowing == null) {
      throw new IllegalStateException("asked to read what it does not know");
    }
    return knowing.read(page);
  }
}
