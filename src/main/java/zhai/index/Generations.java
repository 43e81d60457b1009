package zhai.index;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/// The index's folder: one folder per generation, and a small file that names the current one.
///
/// ```
/// lucene/write.lock   held by whoever writes, for as long as it writes
/// lucene/current      "g-3"
/// lucene/g-3/         a Lucene index
/// lucene/g-4/         being built, or left behind by a process that was killed while building
/// ```
///
/// An index is swapped for another by replacing the small file, which works on every platform while
/// other processes have the old generation open. Only the holder of the lock creates or removes
/// generations, so whatever is not current is garbage to it.
final class Generations {
  private static final Pattern NAME = Pattern.compile("g-\\d{1,9}");

  /// What `current` holds, to the last sign: anything else was not written by us.
  private static final Pattern LINE = Pattern.compile(NAME + "\n");

  private final Path folder;

  Generations(Path folder) {
    this.folder = folder;
  }

  /// The folder of the current generation, if there is one.
  Optional<Path> current() throws IOException {
    try {
      String line = Files.readString(folder.resolve("current"));
      return Optional.of(line)
          .filter(it -> LINE.matcher(it).matches())
          .map(it -> folder.resolve(it.strip()))
          .filter(Files::isDirectory);
    } catch (NoSuchFileException | CharacterCodingException _) {
      return Optional.empty();
    }
  }

  /// The right to write, if nobody has it now; close it to give it back. Creates the folder.
  Optional<Held> tryLock() throws IOException {
    Files.createDirectories(folder);
    FSDirectory directory = FSDirectory.open(folder);
    try {
      return Optional.of(new Held(directory, directory.obtainLock("write.lock")));
    } catch (LockObtainFailedException _) {
      directory.close();
      return Optional.empty();
    }
  }

  /// The right to write.
  record Held(FSDirectory directory, Lock lock) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      lock.close();
      directory.close();
    }
  }

  /// An empty folder for a new generation. Only with the lock held.
  Path create() throws IOException {
    int highest = generations().stream().mapToInt(Generations::number).max().orElse(0);
    return Files.createDirectory(folder.resolve("g-" + (highest + 1)));
  }

  /// Makes a generation the current one. Only with the lock held.
  void install(Path generation) throws IOException {
    Path written = folder.resolve("current.new");
    Files.writeString(written, generation.getFileName() + "\n");
    try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(written, folder.resolve("current"), StandardCopyOption.ATOMIC_MOVE);
  }

  /// Leaves no generation current: there is no usable index until one is installed.
  void discardCurrent() throws IOException {
    Files.deleteIfExists(folder.resolve("current"));
  }

  /// Removes what is not current. Only with the lock held.
  void sweep() throws IOException {
    Optional<Path> kept = current();
    for (Path generation : generations()) {
      if (kept.isEmpty() || !kept.get().equals(generation)) {
        remove(generation);
      }
    }
  }

  private List<Path> generations() throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (NAME.matcher(entry.getFileName().toString()).matches()) {
          found.add(entry);
        }
      }
    }
    return found;
  }

  private static int number(Path generation) {
    return Integer.parseInt(generation.getFileName().toString().substring(2));
  }

  private static void remove(Path generation) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(generation)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (NotDirectoryException _) {
      // A file by that name is not ours to read, only in the way.
    } catch (AccessDeniedException _) {
      // Windows: another process still reads it. It goes at the next sweep.
      return;
    }
    Files.deleteIfExists(generation);
  }
}
