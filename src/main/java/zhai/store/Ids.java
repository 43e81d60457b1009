package zhai.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Numbers of bookmarks as a statement takes them, any number of them in one parameter: `id IN
/// (SELECT value FROM json_each(?))`.
final class Ids {
  private Ids() {}

  static String json(Collection<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }

  /// The numbers in their order, at most so many to a statement.
  static List<List<Long>> chunks(List<Long> ids, int size) {
    List<List<Long>> chunks = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += size) {
      chunks.add(ids.subList(from, Math.min(from + size, ids.size())));
    }
    return chunks;
  }
}
