package zhai.index;

/// What came of following the library's changes.
public sealed interface CatchUp {
  /// The index was where the store is.
  record UpToDate() implements CatchUp {}

  /// The index is where the store is now.
  ///
  /// @param changes how many changes were followed
  /// @param rebuilt whether it was built anew: it was absent, damaged, another library's, or from
  ///   another version of the program
  record Followed(int changes, boolean rebuilt) implements CatchUp {}

  /// Another process (or thread) is writing the index; it stays as it is until a next time.
  record Busy() implements CatchUp {}

  /// The disk did not take it, mostly because it is full; the index stays as it is until a next
  /// time.
  ///
  /// @param reason what the system said
  record NotWritten(String reason) implements CatchUp {}
}
