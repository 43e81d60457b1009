package zhai.library;

/// A number or an address that is no bookmark's.
public final class UnknownBookmarkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param asked what the user named
  public UnknownBookmarkException(String asked) {
    super("there is no bookmark “" + asked + "” in this library; `zhai list` shows the numbers");
  }
}
