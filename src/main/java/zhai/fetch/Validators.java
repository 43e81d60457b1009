package zhai.fetch;

import org.jspecify.annotations.Nullable;
import zhai.model.Snapshot;

/// What a server said of the version it sent, to be sent back so that it can answer 304.
///
/// @param etag the `ETag` as received, quotes and `W/` included; or null
/// @param lastModified the `Last-Modified` as received; or null
public record Validators(@Nullable String etag, @Nullable String lastModified) {

  /// The validators of an earlier answer; both null if it had none.
  public static Validators of(Snapshot snapshot) {
    return new Validators(
        snapshot.header("ETag").orElse(null), snapshot.header("Last-Modified").orElse(null));
  }
}
