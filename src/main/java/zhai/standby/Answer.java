package zhai.standby;

/// What became of a call.
public sealed interface Answer {
  /// The command was run.
  record Done(int exitCode) implements Answer {}

  /// Nobody stands by.
  record Absent() implements Answer {}

  /// The process that stands by can't take this call, or was gone before it showed anything: the
  /// command is to be run here. All that may be called for can be done twice.
  record Declined() implements Answer {}

  /// The process was gone after it had shown something: a second run would show that again.
  record Broken(String reason) implements Answer {}
}
