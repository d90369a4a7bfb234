package kz.zharshy.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.zharshy.article.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One connection with its prepared statements. Values may be text, numbers, booleans (stored as 0
 * and 1), instants (stored as UTC ISO-8601 text) and null. Not safe for use by several threads.
 */
final class Sql implements AutoCloseable {
  /** Makes a value of a row. */
  @FunctionalInterface
  interface Mapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private boolean changed;

  Sql(Connection connection) {
    this.connection = connection;
  }

  <T> List<T> list(String sql, Mapper<T> mapper, @Nullable Object... values) throws SQLException {
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      List<T> result = new ArrayList<>();
      while (rows.next()) {
        result.add(mapper.map(rows));
      }
      return result;
    }
  }

  <T> Optional<T> first(String sql, Mapper<T> mapper, @Nullable Object... values)
      throws SQLException {
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      return rows.next() ? Optional.of(mapper.map(rows)) : Optional.empty();
    }
  }

  /** The first column of the first row as a number; 0 where there is none. */
  long number(String sql, @Nullable Object... values) throws SQLException {
    return first(sql, row -> row.getLong(1), values).orElse(0L);
  }

  /** How many rows were inserted, updated or deleted, without those that triggers touched. */
  int update(String sql, @Nullable Object... values) throws SQLException {
    int rows = bound(sql, values).executeUpdate();
    changed |= rows > 0;
    return rows;
  }

  /** Changes what only this transaction sees. */
  void prepare(String sql, @Nullable Object... values) throws SQLException {
    bound(sql, values).executeUpdate();
  }

  /** Runs an INSERT that ends in {@code RETURNING} a number. */
  long insert(String sql, @Nullable Object... values) throws SQLException {
    long id = number(sql, values);
    changed = true;
    return id;
  }

  /** A statement without values and without an answer that matters. */
  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Whether a row was changed since this was last asked. */
  boolean takeChanged() {
    boolean result = changed;
    changed = false;
    return result;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, stored(values[i]));
    }
    return statement;
  }

  private static @Nullable Object stored(@Nullable Object value) {
    if (value instanceof Instant instant) {
      return instant.toString();
    }
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    if (value instanceof Reason reason) {
      return reason.toString();
    }
    return value;
  }
}
