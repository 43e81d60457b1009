package zhai.library;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhai.extract.Extraction;
import zhai.fetch.SavedPage;
import zhai.fetch.UnreadableSavedPageException;
import zhai.model.Bytes;
import zhai.model.Snapshot;
import zhai.model.Snapshot.Header;

/// Reads a saved page without a library; nothing is stored.
public final class PageReading {
  private final Parts parts;

  public PageReading(Parts parts) {
    this.parts = parts;
  }

  /// What the page says.
  ///
  /// @param address the page's, or null: then the one that the file itself names, if it does
  /// @param contentType as a server would have sent it, or null
  /// @throws IllegalArgumentException if the file can't be taken apart
  public Extraction read(Bytes file, @Nullable String address, @Nullable String contentType) {
    try {
      SavedPage saved = SavedPage.read(file, address, parts.clock().instant());
      return parts.extractor().extract(typed(saved.snapshot(), contentType));
    } catch (UnreadableSavedPageException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
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
