package zhai.exchange.writer;

import java.io.IOException;
import zhai.exchange.ReadingList;

/// A format that is a folder of files.
@FunctionalInterface
public non-sealed interface FolderWriter extends ExportWriter {
  /// Writes the whole list.
  ///
  /// @throws IOException if the folder can't take it
  void write(ReadingList list, Folder folder) throws IOException;
}
