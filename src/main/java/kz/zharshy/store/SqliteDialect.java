package kz.zharshy.store;

import java.nio.file.Path;
import java.sql.SQLException;

/** A database that is a file of SQLite's. */
record SqliteDialect(Path file) implements Dialect {
  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public Sql writer() throws SQLException {
    Sql sql = Sqlite.plain(file);
    // Readers of the file never wait for writers.
    sql.execute("PRAGMA journal_mode = WAL");
    // What is deleted is overwritten: messages of readers do not lie about in free pages.
    sql.execute("PRAGMA secure_delete = ON");
    return sql;
  }

  @Override
  public Sql reader() throws SQLException {
    Sql sql = Sqlite.plain(file);
    sql.execute("PRAGMA query_only = ON");
    // 32 MB: a search in a large archive comes back to the same pages again and again.
    sql.execute("PRAGMA cache_size = -32000");
    return sql;
  }

  @Override
  public void begin(Sql writer) throws SQLException {
    writer.execute(Sqlite.BEGIN);
  }

  @Override
  public long otherCommits(Sql writer) throws SQLException {
    return writer.number("PRAGMA data_version");
  }

  /** The write-ahead log still holds what was deleted. */
  @Override
  public void erase(Sql writer) throws SQLException {
    writer.execute("PRAGMA wal_checkpoint(TRUNCATE)");
  }

  @Override
  public boolean isBusy(SQLException e) {
    return SqliteErrors.isBusy(e);
  }

  @Override
  public QueueException explain(SQLException e) {
    return SqliteErrors.of(file, e);
  }
}
