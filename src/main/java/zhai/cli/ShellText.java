package zhai.cli;

/// Text as one argument on a shell's line.
final class ShellText {
  private ShellText() {}

  /// The text between single quotes, inside of which nothing means anything but their end.
  static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
