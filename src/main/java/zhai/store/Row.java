package zhai.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// The row of a result that its cursor stands on, read in our own types.
record Row(ResultSet columns) {
  String text(String column) throws SQLException {
    String text = columns.getString(column);
    if (text == null) {
      throw new IllegalStateException("column " + column + " is empty");
    }
    return text;
  }

  @Nullable String textOrNull(String column) throws SQLException {
    return columns.getString(column);
  }

  long number(String column) throws SQLException {
    return columns.getLong(column);
  }

  /// @param index from 1
  long number(int index) throws SQLException {
    return columns.getLong(index);
  }

  int integer(String column) throws SQLException {
    return columns.getInt(column);
  }

  double real(String column) throws SQLException {
    return columns.getDouble(column);
  }

  boolean flag(String column) throws SQLException {
    return columns.getInt(column) == 1;
  }

  byte[] bytes(String column) throws SQLException {
    return columns.getBytes(column);
  }

  /// Ends of what is summed up, so that nothing can move from one place to the next unseen.
  static final int TABLE = 0xFE;

  private static final int EMPTY = 0xFF;
  private static final int VALUE = 0;

  /// Adds all columns but the first to the sum of the bookmark that the first one names. No byte of
  /// UTF-8 is one of the ends.
  ///
  /// @return the bookmark
  long addTo(Map<Long, CRC32> sums) throws SQLException {
    long id = columns.getLong(1);
    CRC32 sum = sums.get(id);
    for (int i = 2; sum != null && i <= columns.getMetaData().getColumnCount(); i++) {
      byte[] value = columns.getBytes(i);
      if (value == null) {
        sum.update(EMPTY);
      } else {
        sum.update(value);
        sum.update(VALUE);
      }
    }
    return id;
  }

  Instant instant(String column) throws SQLException {
    return Timestamp.parse(text(column));
  }

  @Nullable Instant instantOrNull(String column) throws SQLException {
    String text = columns.getString(column);
    return text == null ? null : Timestamp.parse(text);
  }
}
