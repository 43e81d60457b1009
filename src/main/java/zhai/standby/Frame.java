package zhai.standby;

/// What goes through the socket once a call was handed over.
///
/// @param kind what it is
/// @param bytes of the kinds that carry some
record Frame(Kind kind, byte[] bytes) {
  /// More than any one write of a command; larger ones are divided.
  static final int MAX_BYTES = 64 << 10;

  /// From the process that stands by, but for the last one.
  enum Kind {
    /// It will run the command.
    TAKEN,
    /// It will not: the caller has to.
    DECLINED,
    /// It is still at it.
    ALIVE,
    /// Bytes for standard output.
    OUT,
    /// Bytes for standard error.
    ERR,
    /// It wants more of standard input.
    WANTED,
    /// The command has ended; one byte, its exit code.
    DONE,
    /// From the caller: bytes of standard input, none at its end.
    IN
  }
}
