package zhai.library;

import java.io.IOException;

/// Something that a user handed over is larger than what is read of its kind; nothing of it was
/// taken.
public final class TooLargeException extends IOException {
  private static final long serialVersionUID = 1;

  /// @param name what was handed over
  public TooLargeException(String name, int maxBytes) {
    super("%s is larger than %d MB".formatted(name, maxBytes >> 20));
  }
}
