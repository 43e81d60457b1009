package zhai.model;

import java.util.List;

/// All that a library keeps of one bookmark: what the lossless format writes and reads.
///
/// @param versions every reading, by number; `entry.article()` is the current one of them
/// @param snapshots the bytes behind the readings, oldest first, each body once
public record Dossier(Entry entry, List<ArticleVersion> versions, List<Snapshot> snapshots) {
  public Dossier {
    versions = List.copyOf(versions);
    snapshots = List.copyOf(snapshots);
  }
}
