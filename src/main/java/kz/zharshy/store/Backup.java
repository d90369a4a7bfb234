package kz.zharshy.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import kz.zharshy.store.QueueException.Kind;

/** Copies a database while it is in use. The copy is one file, whole and checked. */
public final class Backup {
  private final Path database;

  /**
   * @param location the database, as in {@link QueueDatabase#open}
   * @throws QueueException if there is no such database
   */
  public Backup(String location) {
    this.database = DatabaseFile.locate(location);
    if (!Files.isRegularFile(database)) {
      throw new QueueException(
          Kind.REFUSED, "There is no database " + database + ", so there is nothing to back up.");
    }
  }

  /**
   * Writes a copy next to the target, checks it, and only then renames it; an earlier backup with
   * that name is replaced atomically.
   *
   * @return the backup's full path
   * @throws QueueException if the copy cannot be made, or the target is something other than a
   *     backup; the target is then unchanged
   */
  public Path to(Path target) {
    Path backup = target.toAbsolutePath().normalize();
    try {
      checkName(backup);
      Files.createDirectories(DurableFiles.folder(backup));
      Path copy = DatabaseFile.beside(backup, ".partial");
      try {
        write(copy);
        new DatabaseCheck(copy).checkThoroughly();
        DurableFiles.replace(copy, backup);
      } finally {
        Files.deleteIfExists(copy);
      }
      return backup;
    } catch (IOException e) {
      throw DurableFiles.failed("The backup " + backup + " cannot be written", e);
    }
  }

  private void checkName(Path backup) throws IOException {
    if (!Files.exists(backup)) {
      return;
    }
    if (Files.isSameFile(backup, database)) {
      throw refused(backup + " is the database itself. Name another file for the backup.");
    }
    if (Files.isDirectory(backup)) {
      throw refused(backup + " is a folder. Name a file in it for the backup.");
    }
    if (Files.size(backup) > 0 && !new DatabaseCheck(backup).isOurs()) {
      throw refused(backup + " is not a backup of ours. Name another file for the backup.");
    }
  }

  private void write(Path copy) throws IOException {
    Files.deleteIfExists(copy);
    DurableFiles.createForOwner(copy);
    try (Sql sql = Sqlite.plain(database)) {
      // One read transaction: writers continue meanwhile and do not show in the copy.
      sql.update("VACUUM INTO ?", copy.toString());
    } catch (SQLException e) {
      throw SqliteErrors.of(database, e);
    }
    DurableFiles.force(copy);
  }

  private static QueueException refused(String message) {
    return new QueueException(Kind.REFUSED, message);
  }
}
