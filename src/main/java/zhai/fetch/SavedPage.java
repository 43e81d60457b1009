package zhai.fetch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhai.model.Bytes;
import zhai.model.Snapshot;
import zhai.model.Snapshot.Header;

/// A page the user handed over as a file.
///
/// @param namedAddress the address that the file itself says it was saved from, or null
public record SavedPage(Snapshot snapshot, @Nullable String namedAddress) {

  /// Reads a file that a person saved: HTML as browsers and SingleFile write it, MHTML (of which
  /// the page itself is taken, decoded), PDF, JSON, plain text and Markdown, told apart by content.
  ///
  /// The snapshot's bytes are the file's (MHTML: the page's part) in their own charset; its status
  /// is 0, and its headers are the `Content-Type`.
  ///
  /// @param address where the page lives, if the user said so: it counts more than what the file
  ///   names; null to go by the file
  /// @throws UnreadableSavedPageException if the file is empty or of another type, or if nobody
  ///   says where the page lives
  public static SavedPage read(Bytes file, @Nullable String address, Instant takenAt)
      throws UnreadableSavedPageException {
    SavedFile saved = SavedFile.read(file);
    String lives = address != null ? address : saved.namedAddress();
    if (lives == null) {
      throw new UnreadableSavedPageException(
          "the file doesn't say which address it was saved from");
    }
    Header type = new Header("Content-Type", saved.contentType());
    Snapshot snapshot =
        new Snapshot(lives, Snapshot.Origin.HANDED_OVER, 0, List.of(type), saved.body(), takenAt);
    return new SavedPage(snapshot, saved.namedAddress());
  }
}
