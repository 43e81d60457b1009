package zhai.exchange;

import java.io.IOException;

/// How a file that somebody brings is read; one class per format.
public interface ImportReader {
  /// What takes the items as they are read.
  @FunctionalInterface
  interface Sink {
    /// Takes the next item.
    ///
    /// @param place where the item begins
    void accept(Place place, ImportLine item);
  }

  /// Hands every item to the sink in the order of the file: each as a bookmark, or as skipped or
  /// rejected with a reason, so that nothing is left out silently.
  ///
  /// @throws IOException if `in` can't be read; never because of what stands in it
  void read(ImportFile in, Sink sink) throws IOException;

  /// Whether a file that begins like this is in this format.
  boolean recognises(Beginning beginning);
}
