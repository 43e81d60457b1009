package zhai.extension;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/// Tells a browser where zhai is: a manifest, and beside it the program that it names, a script of
/// two lines. The script says which library is meant, and where no pictures are to be kept says
/// that, because a browser that was started from a desk knows nothing of a shell's variables.
///
/// @param program zhai's own launcher
/// @param library the library that pages go to
/// @param images whether pictures may be kept
/// @param windows whether the script is for `cmd`
public record Installation(Path program, Path library, boolean images, boolean windows) {
  private static final String SCRIPT = "zhai-native-host";

  /// Writes both into a folder, in the place of what was there.
  ///
  /// @return the manifest
  /// @throws IllegalArgumentException if a path can't be written into a script
  public Path install(BrowserKind browser, Path folder) throws IOException {
    Path target = folder.toAbsolutePath().normalize();
    Files.createDirectories(target);
    Path script = target.resolve(scriptName());
    write(script, windows ? batch() : shell(), "rwx------");
    Path manifest = target.resolve(NativeManifest.FILE);
    write(manifest, NativeManifest.write(browser, script), "rw-------");
    return manifest;
  }

  /// Takes both away.
  ///
  /// @return whether anything was there
  public static boolean uninstall(Path folder) throws IOException {
    boolean was = Files.deleteIfExists(folder.resolve(NativeManifest.FILE));
    for (String name : new String[] {SCRIPT, SCRIPT + ".bat"}) {
      was |= Files.deleteIfExists(folder.resolve(name));
    }
    return was;
  }

  private String scriptName() {
    return windows ? SCRIPT + ".bat" : SCRIPT;
  }

  private String shell() {
    return "#!/bin/sh\nZHAI_LIBRARY=%s%s exec %s native-host \"$@\"\n"
        .formatted(quoted(library), images ? "" : " ZHAI_IMAGES=no", quoted(program));
  }

  private static String quoted(Path path) {
    return "'" + path.toString().replace("'", "'\\''") + "'";
  }

  private String batch() {
    return "@echo off\r\nset \"ZHAI_LIBRARY=%s\"\r\n%s\"%s\" native-host %%*\r\n"
        .formatted(forBatch(library), images ? "" : "set ZHAI_IMAGES=no\r\n", forBatch(program));
  }

  private static String forBatch(Path path) {
    String text = path.toString();
    if (text.matches("(?s).*[\"\\r\\n].*")) {
      throw new IllegalArgumentException(
          "%s can't be named in a script of Windows; move it to a plainer place".formatted(text));
    }
    return text.replace("%", "%%");
  }

  private static void write(Path file, String text, String permissions) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(draft, text, StandardCharsets.UTF_8);
    PosixFileAttributeView owners = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
    if (owners != null) {
      owners.setPermissions(PosixFilePermissions.fromString(permissions));
    }
    Files.move(draft, file, ATOMIC_MOVE, REPLACE_EXISTING);
  }
}
