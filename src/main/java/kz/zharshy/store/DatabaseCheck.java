package kz.zharshy.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import kz.zharshy.store.QueueException.Kind;

/** Looks whether a database is sound and ours, without changing it. */
final class DatabaseCheck {
  /** The letters ZHAR; the first migration writes them into the file's header. */
  static final long APPLICATION_ID = 0x5A484152L;

  /** The newest migration's number; each migration writes its own as {@code user_version}. */
  static final int SCHEMA = 23;

  /** The first one of the schema as it was released. */
  private static final int OLDEST = 14;

  /** Beyond this size a full check would hold up the start for seconds. */
  private static final long FULL_CHECK_BYTES = 64L << 20;

  /**
   * The public table has not changed since; what is in doubt or failed has to be looked at. The
   * bot's reasons were kept in another form.
   */
  private static final String COPY =
      "INSERT INTO article SELECT * FROM old.article"
          + " WHERE state IN ('draft', 'review', 'queued', 'held', 'published');"
          + " UPDATE article SET reason = NULL";

  private static final String MARK = "PRAGMA application_id";
  private static final String VERSION = "PRAGMA user_version";

  private static final List<String> SMALL_TABLES =
      List.of("channel", "telegram_update", "predecessor");

  /** Flyway makes its table in a transaction of its own, before ours. */
  private static final String FOREIGN =
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'"
          + " AND name <> 'flyway_schema_history' ORDER BY name LIMIT 3";

  private final Path file;

  DatabaseCheck(Path file) {
    this.file = file;
  }

  /**
   * Whether the schema is up to date.
   *
   * @throws QueueException if this program must not touch the database
   */
  boolean isCurrent(BusyRetry patience) {
    try {
      return Files.exists(file) && Files.size(file) > 0 && patience.attempt(this::inspect);
    } catch (IOException e) {
      throw new QueueException(Kind.DISK, "The database " + file + " cannot be read.", e);
    } catch (SQLException e) {
      throw SqliteErrors.of(file, e);
    }
  }

  /** Whether a file is a database of this program, of whatever version. */
  boolean isOurs() {
    try (Sql sql = Sqlite.plain(file)) {
      return sql.number(MARK) == APPLICATION_ID;
    } catch (SQLException e) {
      return false;
    }
  }

  /**
   * Looks at all of a database of ours, which takes seconds for each hundred megabytes.
   *
   * @throws QueueException if it is damaged or of a newer version
   */
  void checkThoroughly() {
    try (Sql sql = Sqlite.plain(file)) {
      checkKnown(sql.number(VERSION));
      checkSound(sql, "PRAGMA integrity_check(1)");
    } catch (SQLException e) {
      throw SqliteErrors.of(file, e);
    }
  }

  private boolean inspect() throws SQLException {
    try (Sql sql = Sqlite.plain(file)) {
      long schema = sql.number(VERSION);
      if (sql.number(MARK) == APPLICATION_ID) {
        checkKnown(schema);
      } else {
        checkNotForeign(sql);
        schema = 0;
      }
      checkSound(sql);
      return schema == SCHEMA;
    }
  }

  private void checkKnown(long schema) {
    if (schema < OLDEST) {
      throw new QueueException(
          Kind.REFUSED,
          """
          The database %s was made before the first release (schema %d). Commit 0f9ee5d of this \
          program is the last that runs it. To take its articles along, let this version make a \
          new database and copy them: sqlite3 NEW "ATTACH '%s' AS old; %s". Nothing was changed."""
              .formatted(file, schema, file, COPY));
    }
    if (schema > SCHEMA) {
      throw new QueueException(
          Kind.REFUSED,
          "The database "
              + file
              + " was made by a newer version of this program (schema "
              + schema
              + "; this one knows "
              + SCHEMA
              + "). Start that version, or restore an older backup; nothing was changed.");
    }
  }

  private void checkNotForeign(Sql sql) throws SQLException {
    List<String> tables = sql.list(FOREIGN, row -> row.getString(1));
    if (!tables.isEmpty()) {
      throw new QueueException(
          Kind.REFUSED,
          "The database "
              + file
              + " belongs to another program (it has the tables "
              + String.join(", ", tables)
              + "). Name another file; nothing was changed.");
    }
  }

  private void checkSound(Sql sql) throws SQLException {
    boolean small =
        sql.number("PRAGMA page_count") * sql.number("PRAGMA page_size") <= FULL_CHECK_BYTES;
    if (small) {
      checkSound(sql, "PRAGMA quick_check(1)");
      return;
    }
    for (String table : SMALL_TABLES) {
      checkSound(sql, "PRAGMA quick_check(" + table + ")");
    }
  }

  private void checkSound(Sql sql, String pragma) throws SQLException {
    String answer = sql.first(pragma, row -> row.getString(1)).orElse("no answer");
    if (!answer.equals("ok")) {
      throw new QueueException(
          Kind.CORRUPT,
          "The database "
              + file
              + " is damaged ("
              + answer.strip()
              + "). Restore a sound backup; nothing was changed.");
    }
  }
}
