package zhai.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import zhai.library.GivenBytes;

/// What opens the reader's door. Each is 256 random bits; all are compared in the same time however
/// much of them is right.
///
/// @param installation the one that lasts, for other programs; from a file beside the library
/// @param link stands in the link that a browser comes in by; dies with the server, like the rest
/// @param cookie what the browser then shows with every request
/// @param page what our own pages send, beside the cookie, to change something
record Keys(String installation, String link, String cookie, String page) {
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  /// New ones, and the installation's; its file is made if it is not there.
  ///
  /// @param file in a folder that is there
  static Keys open(Path file) throws IOException {
    return new Keys(installation(file), random(), random(), random());
  }

  private static String installation(Path file) throws IOException {
    try {
      Files.createFile(file, ownerOnly(file));
      Files.writeString(file, random() + "\n", StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException _) {
      close(file);
    }
    String token = GivenBytes.text(file).strip();
    if (token.length() < BYTES) {
      throw new IOException("%s holds no token; delete it, and a new one is made".formatted(file));
    }
    return token;
  }

  /// A copy or a backup program may have opened it to others.
  private static void close(Path file) throws IOException {
    if (hasPermissions(file)) {
      Files.setPosixFilePermissions(file, OWNER_ONLY);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return hasPermissions(file)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }

  private static boolean hasPermissions(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static boolean same(String key, String given) {
    return MessageDigest.isEqual(
        key.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
