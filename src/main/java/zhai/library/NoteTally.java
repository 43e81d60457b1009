package zhai.library;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import zhai.exchange.ImportLine;
import zhai.exchange.Place;
import zhai.exchange.Skip;
import zhai.library.ImportReport.Counts;
import zhai.library.ImportReport.Gone;
import zhai.library.ImportReport.Rejection;
import zhai.library.NoteChanges.Change;
import zhai.library.NoteStoring.Effect;
import zhai.store.NoteFileState;

/// Counts what became of everything in the notes.
final class NoteTally {
  private Counts counts = Counts.NONE;
  private final Map<Skip, Integer> skips = new EnumMap<>(Skip.class);
  private final List<Rejection> failed = new ArrayList<>();
  private final List<Gone> gone = new ArrayList<>();

  /// A file that is as it was: nothing in it is new.
  void unchanged(NoteFileState file) {
    skip(Skip.KNOWN, file.records() + file.mentions() + file.skipped());
  }

  /// What in a file is no record, or none that could be taken in.
  void read(ReadNote note) {
    note.skips().forEach(this::skip);
    failed.addAll(note.failed());
    counts = counts.plus(new Counts(0, 0, 0, 0, note.failed().size()));
  }

  void unreadable(String name, IOException why) {
    String reason = "the file can't be read (%s)".formatted(why);
    failed.add(new Rejection(new Place(name, 0), ImportLine.Rejected.of(reason)));
    counts = counts.plus(new Counts(0, 0, 0, 0, 1));
  }

  void stored(Change change, Effect effect) {
    switch (effect) {
      case ADDED -> counts = counts.plus(new Counts(1, 0, 0, 0, 0));
      case MERGED -> counts = counts.plus(new Counts(0, 1, 0, 0, 0));
      case UPDATED -> counts = counts.plus(new Counts(0, 0, 1, 0, 0));
      case KNOWN -> skip(Skip.KNOWN, 1);
      case LEFT -> {}
      case GONE -> {
        if (change instanceof NoteChanges.Gone(var old)) {
          gone.add(new Gone(old.source().file(), old.source().line(), old.id()));
        }
      }
    }
  }

  private void skip(Skip why, int count) {
    if (count > 0) {
      skips.merge(why, count, Integer::sum);
      counts = counts.plus(new Counts(0, 0, 0, count, 0));
    }
  }

  int read() {
    return counts.read();
  }

  /// @param unread bookmarks that stand in the notes and whose page is not known yet
  ImportReport report(List<Long> unread) {
    return new ImportReport(counts, skips, failed, gone, unread);
  }
}
