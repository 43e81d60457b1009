package zhai.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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

  Instant instant(String column) throws SQLException {
    return Timestamp.parse(text(column));
  }

  @Nullable Instant instantOrNull(String column) throws SQLException {
    String text = columns.getString(column);
    return text == null ? null : Timestamp.parse(text);
  }
}
