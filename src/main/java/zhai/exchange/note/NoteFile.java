package zhai.exchange.note;

import java.util.List;
import java.util.stream.Stream;
import zhai.exchange.NoteRecord;

/// One file of notes, read.
///
/// @param name as given, with `/` between folders
/// @param items what its links are, in the order of the file
public record NoteFile(String name, FrontMatter front, List<NoteItem> items) {
  public NoteFile {
    items = List.copyOf(items);
  }

  /// The pages that it speaks of, in the order of the file.
  public List<NoteRecord> records() {
    return items.stream()
        .flatMap(item ->
            switch (item) {
              case NoteItem.Found(NoteRecord record) -> Stream.of(record);
              case NoteItem.Skipped _ -> Stream.empty();
            })
        .toList();
  }
}
