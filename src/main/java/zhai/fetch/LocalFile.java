package zhai.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import zhai.model.Bytes;

/// A file on this machine that the user keeps like a page: a book, a paper, a text.
///
/// It has two names. Its place, `file:///home/a/notes.txt`, is the bookmark's address, so a text
/// that was edited is a new version of the same bookmark. Its content, `file:///sha256/…`, is an
/// alias, so a file that was moved or copied is still the bookmark that it was.
///
/// @param path where it lies, absolute, links resolved
/// @param bytes what is in it
public record LocalFile(Path path, Bytes bytes) {
  /// A larger file is no text to read.
  public static final long MAX_BYTES = 500L * 1024 * 1024;

  private static final String SCHEME = "file:///";

  /// Reads a file.
  ///
  /// @throws IOException if it can't be read or is larger than {@link #MAX_BYTES}
  public static LocalFile read(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes((int) MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new IOException(path + " is larger than 500 MB");
      }
      return new LocalFile(path.toRealPath(), Bytes.of(bytes));
    }
  }

  /// Whether an argument is the path of a file rather than an address: it looks like no address and
  /// a file is there.
  ///
  /// @param folder that a relative path begins at
  public static boolean isPath(String argument, Path folder) {
    try {
      return argument.indexOf("://") < 0
          && !argument.isBlank()
          && argument.length() < 4_096
          && Files.isRegularFile(folder.resolve(argument));
    } catch (InvalidPathException _) {
      return false;
    }
  }

  /// Whether an address is the {@link #content} of a file, which says nothing to a person.
  public static boolean isContent(String address) {
    return address.startsWith(SCHEME + "sha256/");
  }

  /// Its address by where it lies.
  public String place() {
    return path.toUri().toASCIIString();
  }

  /// Its address by what is in it.
  public String content() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.toArray());
      return SCHEME + "sha256/" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
