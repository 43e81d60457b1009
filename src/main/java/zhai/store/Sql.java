package zhai.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// One connection to one file, spoken to in whole statements. Statements are prepared once and kept
/// until they fail (the driver has then closed them); every failure comes out as a {@link
/// StoreException}. For one thread at a time.
///
/// A transaction is opened in two ways only: {@link #reading} on a connection that refuses to
/// write, {@link #writing} with the write lock taken first. A transaction that begins to write
/// half-way, which SQLite can't make wait, can't be expressed.
final class Sql implements AutoCloseable {
  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int READONLY = 8;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int NOT_A_DATABASE = 26;

  private final Connection connection;
  private final Path path;
  private final Duration patience;
  private final Holder holder;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private boolean signed;

  /// @param holder where it says that it has the write lock, and who else may have it
  Sql(Connection connection, LibraryFile file, Holder holder) {
    this.connection = connection;
    this.path = file.path();
    this.patience = file.patience();
    this.holder = holder;
  }

  Path path() {
    return path;
  }

  /// Runs the work on one snapshot of the file.
  <T extends @Nullable Object> T reading(Supplier<T> work) {
    script("BEGIN DEFERRED");
    return committed(work);
  }

  /// Takes the write lock, runs the work and commits; nothing of it stays if it throws.
  <T extends @Nullable Object> T writing(Supplier<T> work) {
    takeTheWriteLock();
    return committed(work);
  }

  /// Takes the write lock, runs the work and takes back what it did.
  <T extends @Nullable Object> T rehearsing(Supplier<T> work) {
    takeTheWriteLock();
    try {
      T result = work.get();
      script("ROLLBACK");
      return result;
    } catch (RuntimeException | Error e) {
      rollBack(e);
      throw e;
    }
  }

  private void takeTheWriteLock() {
    script("BEGIN IMMEDIATE");
    holder.sign();
    signed = true;
  }

  private <T extends @Nullable Object> T committed(Supplier<T> work) {
    try {
      T result = work.get();
      script("COMMIT");
      return result;
    } catch (RuntimeException | Error e) {
      rollBack(e);
      throw e;
    }
  }

  /// SQLite has rolled back by itself after some failures (a full disk), and then refuses to do so
  /// again. What failed first is what the caller should see.
  private void rollBack(Throwable first) {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("ROLLBACK");
    } catch (SQLException e) {
      first.addSuppressed(e);
    }
  }

  /// Runs one or several statements that take no values.
  void script(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /// Runs one statement.
  ///
  /// @return how many rows changed
  int update(String sql, @Nullable Object... values) {
    try {
      return bound(sql, values).executeUpdate();
    } catch (SQLException e) {
      prepared.remove(sql);
      throw failure(e);
    }
  }

  /// What the first column of the first row says after an `INSERT … RETURNING` or an aggregate.
  long number(String sql, @Nullable Object... values) {
    return first(sql, row -> row.number(1), values)
        .orElseThrow(() -> new IllegalStateException("no row from: " + sql));
  }

  boolean exists(String sql, @Nullable Object... values) {
    return first(sql, _ -> true, values).isPresent();
  }

  <T> Optional<T> first(String sql, Reading<T> reading, @Nullable Object... values) {
    List<T> all = list(sql, reading, values);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
  }

  <T> List<T> list(String sql, Reading<T> reading, @Nullable Object... values) {
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      List<T> all = new ArrayList<>();
      Row row = new Row(rows);
      while (rows.next()) {
        all.add(reading.read(row));
      }
      return all;
    } catch (SQLException e) {
      prepared.remove(sql);
      throw failure(e);
    }
  }

  /// The rows by their column `bookmark_id`, in the order of the statement.
  <T> Map<Long, List<T>> grouped(String sql, Reading<T> reading, @Nullable Object... values) {
    Map<Long, List<T>> groups = new HashMap<>();
    list(
        sql,
        row -> {
          List<T> group = groups.computeIfAbsent(row.number("bookmark_id"), _ -> new ArrayList<>());
          return group.add(reading.read(row));
        },
        values);
    return groups;
  }

  private PreparedStatement bound(String sql, @Nullable Object[] values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, stored(values[i]));
    }
    return statement;
  }

  private static @Nullable Object stored(@Nullable Object value) {
    return switch (value) {
      case Instant instant -> Timestamp.format(instant);
      case Boolean flag -> flag ? 1 : 0;
      case null -> null;
      default -> value;
    };
  }

  /// The kind of failure that SQLite's result code stands for.
  private StoreException failure(SQLException e) {
    String what = String.valueOf(e.getMessage());
    if (e instanceof SQLiteException sqlite
        && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE) {
      // The file that SQLite's processes share could not grow; it always grows to the same size.
      return new StoreException.Full(path, e);
    }
    return switch (e.getErrorCode()) {
      case BUSY, LOCKED -> new StoreException.Locked(path, patience, holder.other(), e);
      case CORRUPT, NOT_A_DATABASE -> new StoreException.Damaged(path, what, e);
      case FULL -> new StoreException.Full(path, e);
      case READONLY -> new StoreException.Unusable(path, "it is read-only", e);
      default -> new StoreException.Unusable(path, what, e);
    };
  }

  @Override
  public void close() {
    try (connection) {
      for (PreparedStatement statement : prepared.values()) {
        statement.close();
      }
      prepared.clear();
      if (signed) {
        holder.erase();
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /// Makes a value of the row that the cursor stands on.
  @FunctionalInterface
  interface Reading<T> {
    T read(Row row) throws SQLException;
  }
}
