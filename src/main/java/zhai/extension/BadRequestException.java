package zhai.extension;

/// A message that is no request; its text is a sentence without a full stop.
final class BadRequestException extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadRequestException(String sentence) {
    super(sentence);
  }
}
