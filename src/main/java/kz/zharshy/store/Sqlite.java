package kz.zharshy.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/** How a file of SQLite's is opened, by the bot and by those who copy or check it. */
final class Sqlite {
  /** Takes the write lock at once: a read that turns into a write could not wait for it. */
  static final String BEGIN = "BEGIN IMMEDIATE";

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
}
