package zhai.fetch;

/// A cookies file that can't be read: its message is one sentence with the line.
public final class CookieFileException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int line;

  CookieFileException(int line, String message) {
    super("line " + line + ": " + message);
    this.line = line;
  }

  /// Counted from 1.
  public int line() {
    return line;
  }
}
