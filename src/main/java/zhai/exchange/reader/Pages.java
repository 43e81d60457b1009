package zhai.exchange.reader;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportLine.PageGiven;
import zhai.model.Bytes;
import zhai.model.Snapshot;

/// Pages that come along with their bookmarks.
final class Pages {
  static final String TOO_LARGE =
      "The page is larger than %d MiB.".formatted(Unpacking.MAX_PAGE_BYTES >> 20);

  private Pages() {}

  /// The page of a bookmark, as handed over when the bookmark was added.
  static PageGiven html(ImportLine.Supplied bookmark, Bytes body, String contentType) {
    Instant takenAt =
        Objects.requireNonNullElse(bookmark.standing().addedAt(), PageGiven.Saved.UNKNOWN_TIME);
    return new PageGiven.Saved(
        new Snapshot(
            bookmark.url(),
            Snapshot.Origin.HANDED_OVER,
            0,
            List.of(new Snapshot.Header("Content-Type", contentType)),
            body,
            takenAt));
  }
}
