package kz.zharshy.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/**
 * What is SQLite's own: how a connection is opened, how a transaction begins, how another program's
 * commit shows. The other statements of this package are plain SQL, but for {@code rtrim(time,
 * 'Z')}, by which times that are text are compared, and for {@code PRAGMA}s in {@link
 * DatabaseCheck}.
 */
final class Sqlite {
  /** Takes the write lock at once: a read that turns into a write could not wait for it. */
  static final String BEGIN = "BEGIN IMMEDIATE";

  /** Changes with each commit of another connection, of this program or another. */
  static final String DATA_VERSION = "PRAGMA data_version";

  /** How long SQLite itself waits for a lock before {@link BusyRetry} looks around. */
  private static final Duration BUSY_TIMEOUT = Duration.ofMillis(200);

  private Sqlite() {}

  static SQLiteDataSource source(Path file, boolean create) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout((int) BUSY_TIMEOUT.toMillis());
    config.enforceForeignKeys(true);
    config.setSynchronous(SynchronousMode.FULL);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    if (!create) {
      config.resetOpenMode(SQLiteOpenMode.CREATE);
    }
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  /** A connection to a file that is there, as it is. */
  static Sql plain(Path file) throws SQLException {
    return new Sql(source(file, false).getConnection());
  }

  /** A connection that may write; readers of the file never wait for it. */
  static Sql writer(Path file) throws SQLException {
    Sql sql = plain(file);
    sql.execute("PRAGMA journal_mode = WAL");
    // What is deleted is overwritten: messages of readers do not lie about in free pages.
    sql.execute("PRAGMA secure_delete = ON");
    return sql;
  }

  /** A connection that only reads. */
  static Sql reader(Path file) throws SQLException {
    Sql sql = plain(file);
    sql.execute("PRAGMA query_only = ON");
    // 32 MB: a search in a large archive comes back to the same pages again and again.
    sql.execute("PRAGMA cache_size = -32000");
    return sql;
  }
}
