package zhai.exchange.writer;

/// A template that can't be read, or that asks for what there is not. The message says what and
/// where, for the person who wrote it.
public final class TemplateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TemplateException(String message, Throwable cause) {
    super(message, cause);
  }
}
