package zhai.exchange.writer;

import java.io.IOException;
import java.io.OutputStream;
import zhai.exchange.ReadingList;

/// A format that is one file, but no text.
@FunctionalInterface
public non-sealed interface BytesWriter extends ExportWriter {
  /// Writes the whole list; leaves `out` open.
  ///
  /// @throws IOException if `out` can't take it
  void write(ReadingList list, OutputStream out) throws IOException;
}
