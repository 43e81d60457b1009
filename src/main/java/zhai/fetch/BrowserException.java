package zhai.fetch;

import java.io.IOException;

/// The browser could not be started.
final class BrowserException extends IOException {
  private static final long serialVersionUID = 1;

  BrowserException(IOException cause) {
    super(cause.getMessage(), cause);
  }
}
