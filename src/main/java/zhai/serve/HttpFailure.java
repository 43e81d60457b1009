package zhai.serve;

/// A request that can't be met, for a reason that is HTTP's own.
final class HttpFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  HttpFailure(int status, String sentence) {
    super(sentence);
    this.status = status;
  }

  int status() {
    return status;
  }
}
