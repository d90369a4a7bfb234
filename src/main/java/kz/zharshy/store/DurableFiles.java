package kz.zharshy.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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

  static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to);
    force(to);
  }

  /** Renames a file atomically, so that the name always refers to a complete file. */
  static void replace(Path file, Path name) throws IOException {
    Files.move(file, name, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder(DatabaseFile.folder(name));
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
