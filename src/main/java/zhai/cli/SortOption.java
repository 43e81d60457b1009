package zhai.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import zhai.index.SortOrder;

/// `--sort ORDER`, the same for everything that lists what a query finds.
final class SortOption {
  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      description =
          "What stands first: relevance, newest or oldest (by when you added it), published (by the"
              + " page's date), read, changed, title.")
  private @Nullable String order;

  /// The order that was asked for, or the usual one.
  ///
  /// @throws UsageException if there is no such order
  SortOrder or(SortOrder usual) {
    String name = order;
    if (name == null) {
      return usual;
    }
    return Arrays.stream(SortOrder.values())
        .filter(one -> one.label().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() ->
            new UsageException(
                "there is no order '%s'; --sort takes %s".formatted(name, labels())));
  }

  private static String labels() {
    return Arrays.stream(SortOrder.values())
        .map(SortOrder::label)
        .collect(Collectors.joining(", "));
  }
}
