package kz.zharshy.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import kz.zharshy.store.QueueException.Kind;
import org.jspecify.annotations.Nullable;

/** The file that the {@code database} setting names, looked at before SQLite touches it. */
final class DatabaseFile {
  private static final String SQLITE = "jdbc:sqlite:";

  /** The first 16 bytes of each database (https://sqlite.org/fileformat.html, 1.3.1). */
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private DatabaseFile() {}

  /**
   * The file of a location, with its folder made.
   *
   * @param location a path, or a path behind {@code jdbc:sqlite:}
   */
  static Path prepare(String location) {
    Path file = locate(location);
    Path note = missing(file);
    if (Files.exists(file)) {
      checkContent(file);
      forget(note);
    } else if (Files.exists(note)) {
      throw refused(
          file
              + " is not there: it was moved or deleted while the bot ran. Put it back, or restore a"
              + " backup. To begin with an empty database, delete "
              + note
              + ".");
    } else {
      create(file);
    }
    return file;
  }

  private static void create(Path file) {
    try {
      DurableFiles.createForOwner(file);
    } catch (FileAlreadyExistsException e) {
      // Another program has made it at the same moment.
    } catch (IOException e) {
      throw new QueueException(
          Kind.DISK,
          "The database " + file + " cannot be made. Look at its disk and its rights.",
          e);
    }
  }

  /** An empty database instead of one that is gone would forget what was published already. */
  static void noteThatItIsMissing(Path file) throws IOException {
    if (!Files.exists(file)) {
      Files.createDirectories(DurableFiles.folder(file));
      Files.writeString(missing(file), file + " was moved or deleted while the bot ran.\n");
    }
  }

  /** What tells a file from another in its place; null where the machine cannot tell. */
  static @Nullable Object identity(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  private static Path missing(Path file) {
    return beside(file, ".missing");
  }

  private static void forget(Path note) {
    try {
      Files.deleteIfExists(note);
    } catch (IOException e) {
      throw new QueueException(Kind.DISK, note + " cannot be deleted. Delete it.", e);
    }
  }

  /** The same without a look at the content. */
  static Path locate(String location) {
    Path file = pathOf(location);
    if (Files.isDirectory(file)) {
      throw refused(file + " is a folder. Let `database` name a file in it, such as zharshy.db.");
    }
    makeFolder(file);
    return file;
  }

  /** The file in the same folder whose name is this file's name plus a suffix. */
  static Path beside(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  private static Path pathOf(String location) {
    if (location.startsWith("jdbc:postgresql:")) {
      throw refused("PostgreSQL is not supported yet. Let `database` name a SQLite file.");
    }
    String path = location.startsWith(SQLITE) ? location.substring(SQLITE.length()) : location;
    if (path.isBlank() || path.startsWith(":") || path.startsWith("file:") || path.contains("?")) {
      throw refused(
          "`database` is \"" + location + "\", which names no file. Use a path: data/zharshy.db.");
    }
    if (path.startsWith("jdbc:")) {
      throw refused("`database` is \"" + location + "\". Only SQLite is supported: use a path.");
    }
    try {
      return Path.of(path).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw refused("`database` is \"" + location + "\", which is not a path.");
    }
  }

  private static void makeFolder(Path file) {
    Path folder = DurableFiles.folder(file);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new QueueException(
          Kind.DISK,
          "The folder " + folder + " of the database cannot be made. Make it, or name another.",
          e);
    }
    // SQLite keeps two files beside the database, so the folder counts too.
    Path blocked = Files.exists(file) && !Files.isWritable(file) ? file : folder;
    if (!Files.isWritable(blocked)) {
      throw new QueueException(
          Kind.DISK,
          blocked + " cannot be written. Give the bot's user the right to, or name another file.");
    }
  }

  private static void checkContent(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(MAGIC.length);
      if (start.length > 0 && !Arrays.equals(start, MAGIC)) {
        throw new QueueException(
            Kind.CORRUPT,
            file
                + " is not a SQLite database. Name another file, or restore a backup; nothing was"
                + " changed.");
      }
    } catch (IOException e) {
      throw new QueueException(Kind.DISK, "The database " + file + " cannot be read.", e);
    }
  }

  private static QueueException refused(String message) {
    return new QueueException(Kind.REFUSED, message);
  }
}
