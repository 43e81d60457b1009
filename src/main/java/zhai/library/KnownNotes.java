package zhai.library;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import zhai.library.NoteFolder.Found;
import zhai.store.NoteFileState;

/// The files of notes that were read before. A file is the same as one before if it lies where that
/// lay, from wherever it is called by whatever name; its name stays the one it had at first.
final class KnownNotes {
  private final Map<String, NoteFileState> byPath = new HashMap<>();
  private final Map<String, NoteFileState> byName = new HashMap<>();

  KnownNotes(List<NoteFileState> files) {
    for (NoteFileState file : files) {
      byPath.put(file.path(), file);
      byName.put(file.file(), file);
    }
  }

  /// What was read there, if anything was.
  @Nullable NoteFileState at(Path path) {
    return byPath.get(path.toString());
  }

  /// The name for what is read from a file. If another file that is still there has the wanted one,
  /// it is the whole path; one that is not there any more may have become this one.
  String nameOf(Found note) {
    NoteFileState known = at(note.path());
    if (known != null) {
      return known.file();
    }
    NoteFileState namesake = byName.get(note.name());
    return namesake == null || !Files.exists(Path.of(namesake.path()))
        ? note.name()
        : note.path().toString().replace(note.path().getFileSystem().getSeparator(), "/");
  }

  /// The files below a place that are not there any more.
  List<NoteFileState> vanishedFrom(Path place) {
    return byPath.values().stream()
        .filter(file -> Path.of(file.path()).startsWith(place))
        .filter(file -> !Files.exists(Path.of(file.path())))
        .toList();
  }
}
