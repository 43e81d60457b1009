package zhai.standby;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/// Where the process that stands by is found.
///
/// @param socket in a folder that only its user may enter; its name has the build of the program,
///   so that one build never answers for another
/// @param user the name of the user whose it is
public record Place(Path socket, String user) {
  private static final Set<PosixFilePermission> OWNERS_ONLY =
      PosixFilePermissions.fromString("rwx------");

  /// The most that the systems take as the address of a socket.
  private static final int MAX_ADDRESS_BYTES = 100;

  /// Whether there is a socket; perhaps nobody listens at it any more.
  boolean isThere() {
    return Files.exists(socket, LinkOption.NOFOLLOW_LINKS);
  }

  /// Makes the folder if it is not there.
  ///
  /// @throws IOException if nobody could stand by there: the folder can't be made or others may
  ///   enter it, or the path is too long for a socket
  public void prepare() throws IOException {
    if (socket.toString().getBytes(StandardCharsets.UTF_8).length > MAX_ADDRESS_BYTES) {
      throw new IOException(socket + " is too long for a socket");
    }
    Path parent = folder().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (!Files.exists(folder(), LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectory(folder(), PosixFilePermissions.asFileAttribute(OWNERS_ONLY));
    }
    requireOwnFolder();
  }

  /// Listens.
  ///
  /// @throws IOException if somebody does already
  ServerSocketChannel open() throws IOException {
    prepare();
    if (isThere()) {
      requireNobodyListens();
      Files.delete(socket);
    }
    ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      return door.bind(UnixDomainSocketAddress.of(socket));
    } catch (IOException e) {
      door.close();
      throw e;
    }
  }

  /// What is left of a process that was killed is in nobody's way.
  private void requireNobodyListens() throws IOException {
    try (Wire wire = Wire.ofCaller()) {
      wire.connect(this);
      throw new IOException("somebody stands by already");
    } catch (ConnectException _) {
      // As it should be.
    }
  }

  private Path folder() {
    return Objects.requireNonNull(socket.toAbsolutePath().getParent());
  }

  /// @throws IOException if others could have put something there
  void requireOwnFolder() throws IOException {
    Path folder = folder();
    String owner = Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName();
    Set<PosixFilePermission> permissions =
        Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS);
    if (!owner.equals(user) || !permissions.equals(OWNERS_ONLY)) {
      throw new IOException("%s is not for %s alone".formatted(folder, user));
    }
  }
}
