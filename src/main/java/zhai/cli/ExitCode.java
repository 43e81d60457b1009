package zhai.cli;

/// What a script can tell from the way a command ended.
final class ExitCode {
  /// Everything that was asked for is done.
  static final int OK = 0;

  /// Some items failed, each was reported; or damage was found.
  static final int SOME_FAILED = 1;

  /// The command line itself, or a query in it, was not understood.
  static final int USAGE = 2;

  /// There is no library where one was looked for.
  static final int NO_LIBRARY = 10;

  /// Another process held the library for longer than we wait.
  static final int LOCKED = 11;

  /// The library was written by a newer version of the program.
  static final int NEWER_LIBRARY = 12;

  private ExitCode() {}
}
