package zhai.exchange.note;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The blocks of site generators that go from one line to another: `:::note` to `:::`, `{% if … %}`
/// to `{% endif %}`, `{{% notice %}}` to `{{% /notice %}}`. A record that begins in one ends with
/// it.
final class Directives {
  private static final Pattern COLONS = Pattern.compile("[\\s>]*+:{3,}+\\s*+(.*+)\\s*+");

  private static final Pattern TEMPLATE =
      Pattern.compile("[\\s>]*+(?:\\{%-?|\\{\\{[<%])\\s*+(end|/\\s*+)?+([\\w-]++).*\\s*+");

  private static final int MAX_OPEN = 100;

  private final Deque<Opening> open = new ArrayDeque<>();
  private final List<Pair> pairs = new ArrayList<>();

  private record Opening(String name, int start) {}

  /// @param end where its last line begins
  private record Pair(int start, int end) {}

  /// @param start where the line begins in the note's text
  void pass(String line, int start) {
    Matcher colons = COLONS.matcher(line);
    Matcher template = TEMPLATE.matcher(line);
    if (colons.matches()) {
      pass(":", !colons.group(1).isBlank(), start);
    } else if (template.matches()) {
      pass(template.group(2), template.group(1) == null, start);
    }
  }

  /// From each place where the answer changes: where the block ends in which a text from there on
  /// stands; -1 if it stands in none.
  NavigableMap<Integer, Integer> ends() {
    NavigableMap<Integer, Integer> ends = new TreeMap<>();
    Deque<Pair> around = new ArrayDeque<>();
    pairs.sort(Comparator.comparingInt(Pair::start));
    for (Pair pair : pairs) {
      leave(around, pair.start, ends);
      around.push(pair);
      ends.put(pair.start, pair.end);
    }
    leave(around, Integer.MAX_VALUE, ends);
    return ends;
  }

  private static void leave(Deque<Pair> around, int place, NavigableMap<Integer, Integer> ends) {
    while (!around.isEmpty() && around.peek().end <= place) {
      Pair left = around.pop();
      ends.put(left.end, around.isEmpty() ? -1 : around.peek().end);
    }
  }

  private void pass(String name, boolean opens, int start) {
    if (opens) {
      open.push(new Opening(name, start));
      if (open.size() > MAX_OPEN) {
        open.removeLast();
      }
    } else if (open.stream().anyMatch(it -> it.name.equals(name))) {
      while (!open.element().name.equals(name)) {
        open.pop();
      }
      pairs.add(new Pair(open.pop().start, start));
    }
  }
}
