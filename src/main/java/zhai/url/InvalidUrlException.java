package zhai.url;

/// A text that cannot be taken as the address of a web page. The message is one sentence that says
/// what is wrong with which text; long texts are shortened in it.
public final class InvalidUrlException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN_CHARS = 120;

  InvalidUrlException(String reason, String text) {
    super("'%s' %s".formatted(shorten(text), reason));
  }

  private static String shorten(String text) {
    return text.length() <= SHOWN_CHARS ? text : text.substring(0, SHOWN_CHARS) + "…";
  }
}
