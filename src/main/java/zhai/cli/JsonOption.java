package zhai.cli;

import picocli.CommandLine.Option;

/// `--json`, for every command that lists something.
final class JsonOption {
  @Option(names = "--json", description = "One JSON object a line, for programs.")
  boolean json;
}
