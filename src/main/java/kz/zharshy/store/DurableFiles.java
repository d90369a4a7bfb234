package kz.zharshy.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import kz.zharshy.store.QueueException.Kind;

/** Changes of whole files that survive a power failure. */
final class DurableFiles {
  private DurableFiles() {}

  /** Flushes a file's content to the disk. */
  static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Copies into a new file that nobody else can read. */
  static void copy(Path from, Path to) throws IOException {
    createForOwner(to);
    try (OutputStream out = Files.newOutputStream(to)) {
      Files.copy(from, out);
    }
    force(to);
  }

  /**
   * Makes an empty file that only the bot's user can read, where the file system knows such rights.
   * SQLite gives them to what it keeps beside it too.
   */
  static void createForOwner(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
  }

  /** Renames a file atomically, so that the name always refers to a complete file. */
  static void replace(Path file, Path name) throws IOException {
    Files.move(file, name, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder(folder(name));
  }

  /** The folder of a file whose path is absolute. */
  static Path folder(Path file) {
    Path folder = file.getParent();
    if (folder == null) {
      throw new QueueException(Kind.REFUSED, file + " names no file. Name one in a folder.");
    }
    return folder;
  }

  static QueueException failed(String what, IOException e) {
    String reason = e.getMessage();
    return new QueueException(
        Kind.DISK, what + " (" + reason + "). Look at its disk and its rights.", e);
  }

  private static void forceFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
