package zhai.standby;

/// What runs a command, here or in the process that stands by.
@FunctionalInterface
public interface Program {
  /// @return the exit code
  int run(Call call, Streams streams);
}
