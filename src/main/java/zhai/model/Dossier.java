package zhai.model;

import java.util.List;

/// All that a library keeps of one bookmark: what the lossless format writes and reads.
///
/// @param versions every reading, by number; `entry.article()` is the current one of them
/// @param snapshots the bytes behind the readings, oldest first, each body once
/// @param images what of the pictures in the readings is kept, by address; the lossless format is
///   without them
public record Dossier(
    Entry entry,
    List<ArticleVersion> versions,
    List<Snapshot> snapshots,
    List<StoredImage> images) {
  public Dossier {
    versions = List.copyOf(versions);
    snapshots = List.copyOf(snapshots);
    images = List.copyOf(images);
  }

  /// One without images.
  public Dossier(Entry entry, List<ArticleVersion> versions, List<Snapshot> snapshots) {
    this(entry, versions, snapshots, List.of());
  }
}
