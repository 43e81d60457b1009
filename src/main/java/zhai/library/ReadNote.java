package zhai.library;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.NoteRecord;
import zhai.exchange.Place;
import zhai.exchange.Skip;
import zhai.exchange.note.NoteFile;
import zhai.exchange.note.NoteItem;
import zhai.exchange.note.NoteReader;
import zhai.library.ImportReport.Rejection;
import zhai.library.NoteChanges.Fresh;
import zhai.library.NoteFolder.Found;
import zhai.model.Bytes;
import zhai.model.NoteKind;
import zhai.store.NoteFileState;
import zhai.url.InvalidUrlException;
import zhai.url.WebUrl;

/// A file of notes that was read just now.
///
/// @param state what to keep of it, so that it is not read again unless it changes
/// @param fresh the records in it, in order
/// @param failed records whose address can't be one
/// @param skips links that are no record on purpose
record ReadNote(
    NoteFileState state, List<Fresh> fresh, List<Rejection> failed, Map<Skip, Integer> skips) {

  /// The version of the reading; a file that another one read is read anew.
  private static final int READER = 3;

  /// In place of {@link #READER} where a record could not be taken in: the file is read every time,
  /// so that what failed is told every time.
  private static final int UNFINISHED = 0;

  /// Whether the file was read as it would be now.
  static boolean isCurrent(NoteFileState state) {
    return state.reader() == READER;
  }

  /// Reads a file.
  ///
  /// @param name what its sources are called
  static ReadNote of(Library library, Found note, String name, Bytes bytes) throws IOException {
    NoteFile file = NoteReader.read(name, text(name, bytes));
    List<Fresh> fresh = new ArrayList<>();
    List<Rejection> failed = new ArrayList<>();
    Map<Skip, Integer> skips = new EnumMap<>(Skip.class);
    for (NoteItem item : file.items()) {
      switch (item) {
        case NoteItem.Skipped skipped -> skips.merge(skipped.why(), 1, Integer::sum);
        case NoteItem.Found(NoteRecord record) -> {
          try {
            WebUrl url = library.rules().identify(record.url());
            long id = library.store().idOfAny(url.canonical()).orElse(0L);
            fresh.add(new Fresh(id, url, record, file.front().tags()));
          } catch (InvalidUrlException e) {
            failed.add(rejection(record, Objects.requireNonNull(e.getMessage())));
          }
        }
      }
    }
    NoteFileState state =
        new NoteFileState(
            name,
            note.path().toString(),
            bytes.sha256(),
            bytes.size(),
            library.now(),
            failed.isEmpty() ? READER : UNFINISHED,
            count(fresh, NoteKind.RECORD),
            count(fresh, NoteKind.MENTION),
            skips.values().stream().mapToInt(Integer::intValue).sum());
    return new ReadNote(state, fresh, failed, skips);
  }

  private static String text(String name, Bytes bytes) throws IOException {
    ImportFile file = new ImportFile(name, () -> new ByteArrayInputStream(bytes.toArray()));
    try (Reader text = file.text()) {
      return text.readAllAsString();
    }
  }

  private static Rejection rejection(NoteRecord record, String reason) {
    Place place = new Place(record.place().file(), record.place().line());
    return new Rejection(
        place,
        new ImportLine.Rejected(
            reason, ImportLine.Supplied.of(record.url()).titled(record.title()), ""));
  }

  private static int count(List<Fresh> fresh, NoteKind kind) {
    return (int) fresh.stream().filter(it -> it.record().kind() == kind).count();
  }
}
