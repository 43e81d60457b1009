package zhai.library;

import java.util.List;

/// What became of everything that was read in an import; `added + merged + failed` is `read`.
///
/// @param read items in the file; empty lines are none
/// @param added bookmarks that are new
/// @param merged items that joined a bookmark that was there
/// @param rejected items that could not be taken in, with the reason
/// @param unread bookmarks whose page is not known yet, in the order of the file
public record ImportReport(
    int read, int added, int merged, List<Rejection> rejected, List<Long> unread) {
  public ImportReport {
    rejected = List.copyOf(rejected);
    unread = List.copyOf(unread);
  }

  /// An item that was not taken in.
  ///
  /// @param line where it begins in the file, from 1
  /// @param reason one sentence
  public record Rejection(int line, String reason) {}
}
