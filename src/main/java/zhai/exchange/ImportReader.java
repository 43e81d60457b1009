package zhai.exchange;

import java.io.IOException;
import java.io.Reader;

/// How a file that somebody brings is read; one class per format.
public interface ImportReader {
  /// What takes the items as they are read.
  @FunctionalInterface
  interface Sink {
    /// Takes the next item.
    ///
    /// @param line where the item begins, from 1
    void accept(int line, ImportLine item);
  }

  /// Hands every item to the sink in the order of the file: each as a bookmark or as rejected with
  /// a reason, so that nothing is left out silently.
  ///
  /// @throws IOException if `in` can't be read; never because of what stands in it
  void read(Reader in, Sink sink) throws IOException;

  /// Whether a file that begins like this is in this format.
  boolean recognises(String beginning);
}
