package zhai.library;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhai.extract.Extraction;
import zhai.fetch.SavedPage;
import zhai.model.Snapshot;
import zhai.model.Snapshot.Header;

/// Reads a saved page without a library; nothing is stored.
public final class PageReading {
  /// In the place of an address where nobody knows it; links in the page then lead nowhere.
  private static final String UNKNOWN_ADDRESS = "about:blank";

  private final Parts parts;

  public PageReading(Parts parts) {
    this.parts = parts;
  }

  /// What the page says.
  ///
  /// @param address where it lives, or null: then the one that the file itself names, or none
  /// @param contentType as a server would have sent it, or null
  public Extraction read(SavedPage saved, @Nullable String address, @Nullable String contentType) {
    String lives = address != null ? address : saved.namedAddress();
    Snapshot snapshot =
        saved.snapshot(lives == null ? UNKNOWN_ADDRESS : lives, parts.clock().instant());
    return parts.extractor().extract(typed(snapshot, contentType));
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
