package zhai.fetch;

import java.io.IOException;

/// A body that ended early or can't be decoded.
final class BrokenBodyException extends IOException {
  private static final long serialVersionUID = 1;

  BrokenBodyException(IOException cause) {
    super(
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(), cause);
  }
}
