package zhai.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import zhai.model.Bytes;

/// Reads what a user named, up to a limit. A disk image taken for a note, or a pipe that never
/// ends, gets a sentence and takes no memory.
public final class GivenBytes {
  /// More words than this nobody wrote.
  public static final int MAX_TEXT_BYTES = 64 << 20;

  private GivenBytes() {}

  /// All of a file.
  ///
  /// @throws TooLargeException if it has more than that many bytes
  public static Bytes read(Path file, int maxBytes) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString(), maxBytes);
    }
  }

  /// All that comes in.
  ///
  /// @param name what it is called in the sentence
  /// @throws TooLargeException if it is more than that many bytes
  public static Bytes read(InputStream in, String name, int maxBytes) throws IOException {
    byte[] bytes = in.readNBytes(maxBytes + 1);
    if (bytes.length > maxBytes) {
      throw new TooLargeException(name, maxBytes);
    }
    return Bytes.of(bytes);
  }

  /// A file of words, in UTF-8.
  ///
  /// @throws TooLargeException if it is larger than {@link #MAX_TEXT_BYTES}
  /// @throws IOException if it is in another encoding: nobody's words are kept as question marks
  public static String text(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(read(file, MAX_TEXT_BYTES).toArray());
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new IOException(file + " is not in UTF-8", e);
    }
  }
}
