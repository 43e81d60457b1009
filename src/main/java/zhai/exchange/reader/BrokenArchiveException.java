package zhai.exchange.reader;

import java.io.IOException;

/// What is packed can't be unpacked, or not to the end. The message is the end of a sentence.
final class BrokenArchiveException extends IOException {
  private static final long serialVersionUID = 1;

  BrokenArchiveException(String complaint) {
    super(complaint);
  }
}
