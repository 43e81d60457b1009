package zhai.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.OptionalInt;

/// What people would search their pages with instead.
interface Peer extends AutoCloseable {
  /// As it stands in the table.
  String label();

  /// Takes in the first pages, searchable at the end.
  ///
  /// @return seconds
  double add(MadePages pages, int count) throws IOException, SQLException, InterruptedException;

  /// Of index and texts together, where it keeps both.
  double megabytes() throws IOException;

  /// Whether each query is a process of its own, as at a shell; else it is kept warm.
  boolean startsAnew();

  /// How many it finds, at most a page of them; absent if it has nothing like this query.
  OptionalInt search(Asked asked) throws IOException, SQLException, InterruptedException;

  @Override
  void close() throws IOException, SQLException;
}
