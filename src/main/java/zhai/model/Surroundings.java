package zhai.model;

/// The words around a quote when it was last found: what tells two equal passages apart later on.
///
/// @param prefix up to {@link #MAX_LENGTH} characters before the quote; empty at the text's
///   beginning or when the quote was never found
/// @param suffix the same after it
public record Surroundings(String prefix, String suffix) {
  /// Characters kept on each side.
  public static final int MAX_LENGTH = 32;

  /// For a quote that was never found.
  public static final Surroundings NONE = new Surroundings("", "");

  public boolean isEmpty() {
    return prefix.isEmpty() && suffix.isEmpty();
  }
}
