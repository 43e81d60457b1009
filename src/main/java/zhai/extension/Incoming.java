package zhai.extension;

/// What comes out of the pipe from the browser.
sealed interface Incoming {

  /// A whole message; whether it makes sense is not known yet.
  record Message(String text) implements Incoming {}

  /// Bytes that are no message.
  ///
  /// @param last whether nothing after it can be understood, because where the next message begins
  ///   is not known
  record Fault(String sentence, boolean last) implements Incoming {}

  /// The browser closed the pipe.
  record End() implements Incoming {}
}
