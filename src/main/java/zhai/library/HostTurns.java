package zhai.library;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import zhai.model.Bookmark;
import zhai.model.Entry;

/// The pages that are still to be asked for, by host: a few of each to begin with, and one more
/// whenever one is done with. So a host that answers slowly holds up its own pages and no others.
final class HostTurns {
  private final Map<String, Queue<Turn>> waiting = new LinkedHashMap<>();

  /// A bookmark whose page's turn has come.
  record Turn(long id, String host) {}

  /// All of them; those of one host in the order given.
  static HostTurns of(List<Entry> entries) {
    HostTurns turns = new HostTurns();
    for (Entry entry : entries) {
      Bookmark bookmark = entry.bookmark();
      Turn turn = new Turn(bookmark.id(), bookmark.url().host());
      turns.waiting.computeIfAbsent(turn.host(), _ -> new ArrayDeque<>()).add(turn);
    }
    return turns;
  }

  /// One of each host, then the next of each.
  ///
  /// @param ofHost how many of each
  List<Turn> first(int ofHost) {
    List<Turn> first = new ArrayList<>();
    for (int round = 0; round < ofHost; round++) {
      waiting.values().stream()
          .filter(queue -> !queue.isEmpty())
          .map(Queue::remove)
          .forEach(first::add);
    }
    return first;
  }

  /// The next of the same host, if there are more.
  Optional<Turn> after(Turn done) {
    return Optional.ofNullable(waiting.get(done.host())).map(Queue::poll);
  }
}
