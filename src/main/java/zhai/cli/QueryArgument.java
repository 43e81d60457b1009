package zhai.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/// The query of a command, typed as one argument or as several.
final class QueryArgument {
  @Parameters(arity = "0..*", paramLabel = "QUERY", description = "See `zhai help search`.")
  private List<String> words = new ArrayList<>();

  /// The query; empty if there is none. `-tag:rag` is part of it although it looks like an option.
  ///
  /// @throws UsageException if something in it is an option that the command doesn't have
  String text() {
    for (String word : words) {
      if (word.startsWith("--")) {
        throw new UsageException(
            "there is no option %s; to search for it, put it in quotes: '\"%s\"'"
                .formatted(word, word));
      }
    }
    return String.join(" ", words);
  }
}
