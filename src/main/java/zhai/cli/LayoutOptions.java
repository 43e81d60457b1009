package zhai.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import zhai.exchange.Grouping;
import zhai.exchange.Layout;
import zhai.exchange.Split;
import zhai.exchange.With;

/// How a reading list is laid out: the options of `zhai export` that name the words of {@link
/// Layout}.
final class LayoutOptions {
  @Option(
      names = "--group-by",
      paramLabel = "WHAT",
      description = "Headings or folders: day, tag, site or none.")
  private @Nullable String grouping;

  @Option(
      names = "--split",
      paramLabel = "WHAT",
      description = "A file for each day, bookmark, tag or site; -o names their folder.")
  private @Nullable String split;

  @Option(
      names = "--with",
      paramLabel = "WHAT",
      split = ",",
      description = "What is written of each bookmark: article, excerpts, notes.")
  private List<String> with = new ArrayList<>();

  /// Whether several files were asked for.
  boolean isSplit() {
    return split != null && !split.equalsIgnoreCase(Split.NONE.label());
  }

  /// @throws UsageException if there is no such word
  Layout layout() {
    return new Layout(
        Optional.ofNullable(grouping)
            .map(word -> chosen("--group-by", word, Grouping.values(), Grouping::label))
            .orElse(null),
        Optional.ofNullable(split)
            .map(word -> chosen("--split", word, Split.values(), Split::label))
            .orElse(Split.NONE),
        with.isEmpty() ? null : things());
  }

  private Set<With> things() {
    return with.stream()
        .map(word -> chosen("--with", word.strip(), With.values(), With::label))
        .collect(Collectors.toSet());
  }

  private static <T> T chosen(String option, String word, T[] all, Function<T, String> label) {
    return Arrays.stream(all)
        .filter(one -> label.apply(one).equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> unknown(option, word, Arrays.stream(all).map(label).toList()));
  }

  private static UsageException unknown(String option, String word, List<String> words) {
    return new UsageException(
        "%s takes %s, not '%s'".formatted(option, String.join(", ", words), word));
  }
}
