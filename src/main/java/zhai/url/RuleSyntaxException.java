package zhai.url;

/// A line of a rule file that cannot be understood. The message is `file:line: what is wrong`.
public final class RuleSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;

  /// @param line counted from 1
  /// @param problem what is wrong, and what would be right
  public RuleSyntaxException(String file, int line, String problem) {
    super("%s:%d: %s".formatted(file, line, problem));
    this.file = file;
    this.line = line;
  }

  /// The name of the file, as it was given to be shown.
  public String file() {
    return file;
  }

  /// Counted from 1.
  public int line() {
    return line;
  }
}
