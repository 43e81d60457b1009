package zhai.exchange;

/// Which addresses may become something to click on.
public final class WebLinks {
  private WebLinks() {}

  /// Whether it is an absolute http or https address; white space or a control before the scheme
  /// makes it none, however a browser would read it.
  public static boolean isWeb(String address) {
    return (address.regionMatches(true, 0, "http://", 0, 7) && address.length() > 7)
        || (address.regionMatches(true, 0, "https://", 0, 8) && address.length() > 8);
  }
}
