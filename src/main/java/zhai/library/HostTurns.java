package zhai.library;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import zhai.model.Bookmark;
import zhai.model.Entry;

/// The order in which many pages are asked for: one of each host, then the next of each.
final class HostTurns {
  private HostTurns() {}

  /// The bookmarks' numbers; those of one host in the order given.
  static List<Long> of(List<Entry> entries) {
    Map<String, Queue<Long>> hosts = new LinkedHashMap<>();
    for (Entry entry : entries) {
      Bookmark bookmark = entry.bookmark();
      hosts.computeIfAbsent(bookmark.url().host(), _ -> new ArrayDeque<>()).add(bookmark.id());
    }
    List<Long> turns = new ArrayList<>();
    while (!hosts.isEmpty()) {
      hosts.values().forEach(waiting -> turns.add(waiting.remove()));
      hosts.values().removeIf(Queue::isEmpty);
    }
    return turns;
  }
}
