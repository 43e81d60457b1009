package zhai.survival;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the program said it had stored, to be held against what the library has.
final class Ledger {
  private static final Pattern STORED = Pattern.compile("(?:stored|joined) +\\d+ +(\\S+)");

  private final Map<String, List<Words>> promised = new HashMap<>();

  /// What a person gives with an address.
  record Words(String excerpt, String note, String tag) {
    String[] asOptions() {
      return new String[] {"-x", excerpt, "-n", note, "-t", tag};
    }
  }

  /// Takes down the addresses that stand as stored in the output of `add`.
  ///
  /// @return how many
  int enter(List<String> output, Words words) {
    List<String> urls =
        output.stream()
            .map(STORED::matcher)
            .filter(Matcher::matches)
            .map(line -> line.group(1))
            .toList();
    urls.forEach(url -> promised.computeIfAbsent(url, _ -> new ArrayList<>()).add(words));
    return urls.size();
  }

  boolean isEmpty() {
    return promised.isEmpty();
  }

  /// The addresses that were called stored and are not there with all their words.
  List<String> lost(List<Kept> library) {
    Map<String, List<Kept>> byUrl = library.stream().collect(Collectors.groupingBy(Kept::url));
    return promised.entrySet().stream()
        .filter(promise ->
            byUrl.getOrDefault(promise.getKey(), List.of()).stream()
                .noneMatch(kept -> promise.getValue().stream().allMatch(it -> has(kept, it))))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean has(Kept kept, Words words) {
    return kept.excerpts().contains(words.excerpt())
        && kept.notes().contains(words.note())
        && kept.tags().contains(words.tag());
  }

  /// The addresses that are there twice, or have a word twice.
  static List<String> doubled(List<Kept> library) {
    Set<String> seen = new HashSet<>();
    return library.stream()
        .filter(kept ->
            !seen.add(kept.url()) || repeats(kept, Kept::excerpts) || repeats(kept, Kept::notes))
        .map(Kept::url)
        .toList();
  }

  private static boolean repeats(Kept kept, Function<Kept, List<String>> words) {
    return new HashSet<>(words.apply(kept)).size() < words.apply(kept).size();
  }
}
