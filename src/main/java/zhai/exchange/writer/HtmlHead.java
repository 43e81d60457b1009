package zhai.exchange.writer;

import zhai.exchange.HtmlText;

/// What stands before the content of an HTML page that only what we wrote may act in.
final class HtmlHead {
  private HtmlHead() {}

  /// Up to the begun body.
  ///
  /// @param title plain text
  /// @param policy the page's content security policy
  /// @param look the element that says how the page looks
  static String of(String language, String title, String policy, String look) {
    return """
    <!DOCTYPE html>
    <html lang="%s">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="%s">
    <meta name="referrer" content="no-referrer">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>%s</title>
    %s
    </head>
    <body>
    """
        .formatted(language, policy, HtmlText.escapeLine(title), look);
  }
}
