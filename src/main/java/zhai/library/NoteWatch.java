package zhai.library;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Waits until something changes in folders of notes.
///
/// The system tells of changes where it can. Where it can't (a network disk, too many folders), and
/// in case it misses one, the wait ends by itself after a while, and whoever waited looks.
public final class NoteWatch implements AutoCloseable {
  /// How long a wait is when nothing is told.
  private static final Duration AT_MOST = Duration.ofSeconds(30);

  /// How long it must be quiet after a change: an editor writes a file in several steps.
  private static final Duration QUIET = Duration.ofMillis(300);

  /// After so many it is no longer waited for quiet: something may write all the time.
  private static final int MAX_CHANGES = 20;

  private final List<NoteFolder> folders;
  private final WatchService service;
  private final Set<Path> watched = new HashSet<>();

  private NoteWatch(List<NoteFolder> folders, WatchService service) {
    this.folders = folders;
    this.service = service;
  }

  /// Begins to watch; what changes from here on ends the next wait.
  ///
  /// @param given files and folders
  public static NoteWatch of(List<Path> given) throws IOException {
    List<NoteFolder> folders = given.stream().map(NoteFolder::new).toList();
    NoteWatch watch =
        new NoteWatch(folders, folders.getFirst().place().getFileSystem().newWatchService());
    watch.watchAll();
    return watch;
  }

  /// Waits for the next change, or some seconds.
  ///
  /// @return whether a change was told
  public boolean await() throws InterruptedException {
    WatchKey key = service.poll(AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
    boolean told = key != null;
    for (int changes = 1; key != null; changes++) {
      key.pollEvents();
      if (!key.reset()) {
        watched.remove((Path) key.watchable());
      }
      key = changes < MAX_CHANGES ? service.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS) : null;
    }
    watchAll();
    return told;
  }

  /// Watches folders that came since. What can't be watched, because it is not there just now or
  /// because the system watches enough already, is left to the wait's end.
  private void watchAll() {
    for (NoteFolder folder : folders) {
      try {
        for (Path path : folder.folders()) {
          watch(path);
        }
      } catch (IOException _) {
        watched.remove(folder.place());
      }
    }
  }

  private void watch(Path folder) throws IOException {
    if (!watched.contains(folder)) {
      folder.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
      watched.add(folder);
    }
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
