package zhai.cli;

/// A command line that can't be meant: something is missing, or two things contradict each other.
/// The message is one clause that says what to give.
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
