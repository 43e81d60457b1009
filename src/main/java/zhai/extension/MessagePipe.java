package zhai.extension;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// The pipe between a browser and the program that it started: before each message stands its
/// length in bytes, as four bytes in the machine's own order; the message is UTF-8.
///
/// Neither side may send more than the other takes. Chrome and Firefox end the conversation when an
/// answer has more than 1 MB; they send up to 4 GB, of which no more than {@link
/// #MAX_REQUEST_BYTES} at a time are taken here.
final class MessagePipe {
  static final int MAX_REQUEST_BYTES = 64 << 20;
  static final int MAX_ANSWER_BYTES = 1 << 20;

  private static final int LENGTH_BYTES = Integer.BYTES;

  private final InputStream in;
  private final OutputStream out;

  MessagePipe(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  /// Waits for the next message.
  Incoming read() throws IOException {
    byte[] head = in.readNBytes(LENGTH_BYTES);
    if (head.length == 0) {
      return new Incoming.End();
    }
    if (head.length < LENGTH_BYTES) {
      return new Incoming.Fault("the message ended within its length", true);
    }
    long length =
        Integer.toUnsignedLong(ByteBuffer.wrap(head).order(ByteOrder.nativeOrder()).getInt());
    if (length > MAX_REQUEST_BYTES) {
      return new Incoming.Fault(
          "a message of %,d bytes is too long; %,d is the most"
              .formatted(length, MAX_REQUEST_BYTES),
          true);
    }
    return body((int) length);
  }

  private Incoming body(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      return new Incoming.Fault(
          "the message ended after %,d of its %,d bytes".formatted(bytes.length, length), true);
    }
    try {
      return new Incoming.Message(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException _) {
      return new Incoming.Fault("the message is not in UTF-8", false);
    }
  }

  /// Sends a message.
  ///
  /// @throws IllegalArgumentException if it is longer than a browser takes
  void write(String message) throws IOException {
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MAX_ANSWER_BYTES) {
      throw new IllegalArgumentException("an answer of %,d bytes".formatted(bytes.length));
    }
    ByteBuffer whole = ByteBuffer.allocate(LENGTH_BYTES + bytes.length);
    whole.order(ByteOrder.nativeOrder()).putInt(bytes.length).put(bytes);
    out.write(whole.array());
    out.flush();
  }
}
