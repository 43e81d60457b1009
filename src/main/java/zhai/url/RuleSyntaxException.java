package zhai.url;

/// A line of a rule file that cannot be understood. The message is `file:line: what is wrong`.
public final class RuleSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;

  RuleSyntaxException(String file, int line, String problem) {
    super("%s:%d: %s".formatted(file, line, problem));
    this.file = file;
    this.line = line;
  }

  /// The name given to [CanonicalRules#parse].
  public String file() {
    return file;
  }

  /// Counted from 1.
  public int line() {
    return line;
  }
}
