package zhai.index;

import java.util.List;

/// What a hit has not of all that was asked for. What a query excludes, or restricts by field,
/// state or date, always holds, and so do its phrases; so a lack is always one of plain words.
///
/// @param whole whether it has everything; if not, the lists may still be empty where nobody wished
///   to know
/// @param missing words that don't stand in it, as typed
/// @param apart runs whose words stand in it, but not together
public record Lack(boolean whole, List<String> missing, List<String> apart) {
  /// It has everything.
  public static final Lack NONE = new Lack(true, List.of(), List.of());

  /// It lacks something.
  static final Lack SOMETHING = new Lack(false, List.of(), List.of());

  public Lack {
    missing = List.copyOf(missing);
    apart = List.copyOf(apart);
  }

  /// As a person is told of it: `without 量子; not together: 知识蒸馏`.
  public String inWords() {
    String without = "without " + String.join(", ", missing);
    String notTogether = "not together: " + String.join(", ", apart);
    if (apart.isEmpty()) {
      return without;
    }
    return missing.isEmpty() ? notTogether : without + "; " + notTogether;
  }
}
