package zhai.standby;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// What goes through the socket once a call was handed over.
///
/// @param kind what it is
/// @param bytes of the kinds that carry some; an array from its beginning to its end
record Frame(Kind kind, ByteBuffer bytes) {
  /// More than any one write of a command; larger ones are divided.
  static final int MAX_BYTES = 64 << 10;

  /// From the process that stands by, but for the last one.
  enum Kind {
    /// It will run the command.
    TAKEN('t'),
    /// It will not: the caller has to.
    DECLINED('d'),
    /// It is still at it.
    ALIVE('a'),
    /// Bytes for standard output.
    OUT('o'),
    /// Bytes for standard error.
    ERR('e'),
    /// It wants more of standard input.
    WANTED('w'),
    /// The command has ended; one byte, its exit code.
    DONE('x'),
    /// From the caller: bytes of standard input, none at its end.
    IN('i');

    private final char sign;

    Kind(char sign) {
      this.sign = sign;
    }

    /// By what it is known on the way.
    int sign() {
      return sign;
    }

    /// @return nothing if there is none
    static Optional<Kind> of(int sign) {
      return Arrays.stream(values()).filter(kind -> kind.sign == sign).findFirst();
    }
  }
}
