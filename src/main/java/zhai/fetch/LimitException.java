package zhai.fetch;

import java.io.IOException;

/// A budget was passed while reading.
final class LimitException extends IOException {
  private static final long serialVersionUID = 1;

  private final Limit limit;

  LimitException(Limit limit, String message) {
    super(message);
    this.limit = limit;
  }

  Limit limit() {
    return limit;
  }
}
