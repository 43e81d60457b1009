package zhai.index;

/// Something about the index that is not as it should be. All of it is put right by {@link
/// SearchIndex#rebuild}; nothing of the library is lost by it.
///
/// @param detail a sentence for a person
public record IndexFinding(Kind kind, String detail) {
  /// What is wrong.
  public enum Kind {
    /// There is no index, or none that this program can use for this library.
    ABSENT,
    /// Bytes are not what was written.
    DAMAGED,
    /// It could not be examined, because another process is writing it.
    BUSY
  }
}
