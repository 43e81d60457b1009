package zhai.store;

/// The bookmark that something was stored in.
///
/// @param id its number
public record Stored(long id, Effect effect) {

  /// What storing it did.
  public enum Effect {
    /// The bookmark is new.
    ADDED,
    /// It was there and changed; or it came back from the trash.
    CHANGED,
    /// It was there and is as it was, but perhaps for a fresher way to its page.
    SAME
  }

  public boolean isNew() {
    return effect == Effect.ADDED;
  }
}
