package zhai.exchange.writer;

import java.io.IOException;
import zhai.exchange.ReadingList;

/// A format that is one text, stored as UTF-8.
@FunctionalInterface
public non-sealed interface ListWriter extends ExportWriter {
  /// Writes the whole list.
  ///
  /// @throws IOException if `out` can't take it
  void write(ReadingList list, Appendable out) throws IOException;
}
