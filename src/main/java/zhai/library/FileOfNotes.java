package zhai.library;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import zhai.store.NoteFileState;
import zhai.store.Store;

/// What came of one file of notes.
///
/// @param file as sources call it
/// @param records sections under a lone link
/// @param mentions links in running text
/// @param skipped links that are neither, such as those in code
/// @param gone records and mentions that do not stand there any more
/// @param readAt when what is in it now was read; null if it is not there any more
public record FileOfNotes(
    String file, int records, int mentions, int skipped, int gone, @Nullable Instant readAt) {

  /// All files that something was read from, by name.
  static List<FileOfNotes> all(Store store) {
    Map<String, Integer> gone = new TreeMap<>(store.goneByFile());
    List<FileOfNotes> files = new ArrayList<>();
    for (NoteFileState file : store.noteFiles()) {
      int left = gone.containsKey(file.file()) ? gone.remove(file.file()) : 0;
      files.add(
          new FileOfNotes(
              file.file(), file.records(), file.mentions(), file.skipped(), left, file.readAt()));
    }
    gone.forEach((file, left) -> files.add(new FileOfNotes(file, 0, 0, 0, left, null)));
    return files;
  }
}
