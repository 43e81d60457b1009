package zhai.fetch;

/// A file that can't be taken for a saved page: its message is one clause that says why.
public final class UnreadableSavedPageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnreadableSavedPageException(String message) {
    super(message);
  }
}
