package zhai.exchange;

import java.io.IOException;

/// How a reading list is written; one class per format.
public interface ReadingListWriter {
  /// Writes the whole list. The same list always gives the same characters; they are meant to be
  /// stored as UTF-8.
  ///
  /// @throws IOException if `out` can't take them
  void write(ReadingList list, Appendable out) throws IOException;
}
