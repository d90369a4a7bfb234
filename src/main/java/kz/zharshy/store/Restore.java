package kz.zharshy.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.zharshy.store.QueueException.Kind;

/**
 * Puts a backup into the database's place. What waited when the backup was made may have gone out
 * since then, and the backup cannot know: it is held, so that nothing goes out twice.
 */
public final class Restore {
  /**
   * What was done.
   *
   * @param former a copy of the database that was there before; empty where there was none
   * @param held how many articles are held that waited when the backup was made
   */
  public record Restored(Path database, Optional<Path> former, int held) {}

  private static final String ACTOR = "restore";

  private static final String HOLD =
      """
      UPDATE article SET state = 'held', reason = json_array('restored')
        WHERE state IN ('queued', 'publishing')""";

  /** Whatever people asked for was answered after the backup was made. */
  private static final String FORGET_COMMANDS =
      "UPDATE telegram_update SET state = 'done', finished_at = ? WHERE state = 'waiting'";

  private static final String RENAME_ARCHIVE = "UPDATE archive_state SET archive_id = ?";

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

  /** The files that SQLite may keep beside a database. */
  private static final List<String> COMPANIONS = List.of("-wal", "-shm", "-journal");

  /** The files that hold content: the database itself and what was not put into it yet. */
  private static final List<String> PARTS = List.of("", "-wal", "-journal");

  private final Path database;

  /** {@code location}: where the database is or shall be, as in {@link QueueDatabase#open}. */
  public Restore(String location) {
    this.database = DatabaseFile.locate(location);
  }

  /**
   * Checks a backup and puts it into the database's place; what was there is kept under another
   * name. Throws {@link QueueException} if the backup is not sound and ours, or the database is in
   * use; the database is then as it was.
   */
  public Restored from(Path backup, Instant now) {
    try {
      check(backup);
      Path fresh = DatabaseFile.beside(database, ".restoring");
      try {
        Files.deleteIfExists(fresh);
        DurableFiles.copy(backup, fresh);
        int held = settle(fresh, now);
        Optional<Path> former = setAside(now);
        DurableFiles.replace(fresh, database);
        return new Restored(database, former, held);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw DurableFiles.failed("The backup " + backup + " cannot be restored", e);
    }
  }

  private void check(Path backup) throws IOException {
    if (!Files.isRegularFile(backup)) {
      throw new QueueException(Kind.REFUSED, "There is no backup " + backup + ".");
    }
    if (Files.exists(database) && Files.isSameFile(backup, database)) {
      throw new QueueException(
          Kind.REFUSED, backup + " is the database itself. Name the backup that shall replace it.");
    }
    DatabaseCheck check = new DatabaseCheck(backup);
    if (!check.isOurs()) {
      throw new QueueException(
          Kind.REFUSED, backup + " is not a backup of ours. Name another; nothing was changed.");
    }
    check.checkThoroughly();
  }

  private static int settle(Path fresh, Instant now) {
    try (Sql sql = Sqlite.plain(fresh)) {
      sql.execute(Sqlite.BEGIN);
      sql.update(Store.SIGN, ACTOR, now);
      int held = sql.update(HOLD);
      sql.update(Store.UNSIGN);
      sql.update(FORGET_COMMANDS, now);
      sql.update(RENAME_ARCHIVE, UUID.randomUUID().toString());
      sql.execute("COMMIT");
      return held;
    } catch (SQLException e) {
      throw SqliteErrors.of(fresh, e);
    }
  }

  /**
   * Copies the database to another name. It stays in its place until the backup takes it: an empty
   * place would be filled by a fresh database, into which sites would put everything again.
   */
  private Optional<Path> setAside(Instant now) throws IOException {
    if (!Files.exists(database)) {
      return Optional.empty();
    }
    Path former = former(now);
    boolean done = false;
    try {
      // As it lies there: SQLite may throw away what a damaged database still has beside it.
      for (String part : PARTS) {
        if (Files.exists(DatabaseFile.beside(database, part))) {
          DurableFiles.copy(DatabaseFile.beside(database, part), DatabaseFile.beside(former, part));
        }
      }
      takeOutOfUse();
      done = true;
    } finally {
      if (!done) {
        delete(former, PARTS);
      }
    }
    // Left beside the restored database they would be taken for parts of it.
    delete(database, COMPANIONS);
    return Optional.of(former);
  }

  private static void delete(Path file, List<String> suffixes) throws IOException {
    for (String suffix : suffixes) {
      Files.deleteIfExists(DatabaseFile.beside(file, suffix));
    }
  }

  private Path former(Instant now) {
    String suffix = ".before-restore-" + STAMP.format(now);
    Path former = DatabaseFile.beside(database, suffix);
    for (int number = 2; Files.exists(former); number++) {
      former = DatabaseFile.beside(database, suffix + "-" + number);
    }
    return former;
  }

  /** Only a database that nobody has open can leave the WAL mode. */
  private void takeOutOfUse() {
    try (Sql sql = Sqlite.plain(database)) {
      sql.execute("PRAGMA journal_mode = DELETE");
    } catch (SQLException e) {
      QueueException fault = SqliteErrors.of(database, e);
      if (fault.kind() == Kind.BUSY) {
        throw new QueueException(
            Kind.BUSY,
            "The database "
                + database
                + " is in use. Stop the bot, and whatever else has it open; nothing was changed.",
            e);
      }
      if (fault.kind() != Kind.CORRUPT) {
        throw fault;
      }
      // A damaged database is what backups are restored for: its files are kept as they are.
    }
  }
}
