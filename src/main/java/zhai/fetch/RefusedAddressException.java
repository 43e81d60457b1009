package zhai.fetch;

import java.io.IOException;

/// The guard did not let a connection out.
final class RefusedAddressException extends IOException {
  private static final long serialVersionUID = 1;

  RefusedAddressException(String message) {
    super(message);
  }
}
