package zhai.library;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import zhai.extract.Extraction;
import zhai.extract.PageParser;
import zhai.extract.site.SiteRules;
import zhai.extract.site.SiteTrial;
import zhai.fetch.SavedPage;
import zhai.model.Snapshot;
import zhai.model.Snapshot.Header;

/// Reads a saved page without a library; nothing is stored.
public final class PageReading {
  /// In the place of an address where nobody knows it; links in the page then lead nowhere.
  private static final String UNKNOWN_ADDRESS = "about:blank";

  private final TimedExtractor extractor;
  private final InstantSource clock;

  private PageReading(TimedExtractor extractor, InstantSource clock) {
    this.extractor = extractor;
    this.clock = clock;
  }

  /// With all that is known of single sites, the user's own rules first.
  ///
  /// @param folder whose own rules hold; need not be there
  public static PageReading with(Parts parts, LibraryFolder folder) {
    return new PageReading(parts.extractor().extendedBy(OwnSiteRules.read(folder)), parts.clock());
  }

  /// By the general rules alone, whatever site a page is from.
  public static PageReading general(Parts parts) {
    return new PageReading(parts.extractor().withoutSiteReaders(), parts.clock());
  }

  /// What the page says.
  ///
  /// @param address where it lives, or null: then the one that the file itself names, or none
  /// @param contentType as a server would have sent it, or null
  public Extraction read(SavedPage saved, @Nullable String address, @Nullable String contentType) {
    return extractor.extract(snapshot(saved, address, contentType));
  }

  /// What rules for sites make of a page; empty if none knows it. Parameters as in {@link #read}.
  public Optional<SiteTrial> trial(SiteRules rules, SavedPage saved, @Nullable String address) {
    return SiteTrial.of(rules, PageParser.parse(snapshot(saved, address, null)));
  }

  /// A saved page as what a server would have sent; see {@link #read}.
  private Snapshot snapshot(
      SavedPage saved, @Nullable String address, @Nullable String contentType) {
    String lives = address != null ? address : saved.namedAddress();
    return typed(
        saved.snapshot(lives == null ? UNKNOWN_ADDRESS : lives, clock.instant()), contentType);
  }

  private static Snapshot typed(Snapshot snapshot, @Nullable String contentType) {
    if (contentType == null) {
      return snapshot;
    }
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("Content-Type", contentType));
    headers.addAll(snapshot.headers());
    return new Snapshot(
        snapshot.address(),
        snapshot.origin(),
        snapshot.status(),
        headers,
        snapshot.body(),
        snapshot.takenAt());
  }
}
