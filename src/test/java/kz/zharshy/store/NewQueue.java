package kz.zharshy.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A new and empty queue. It is made once in each JVM and copied: to bring a fresh file up to date
 * takes half a second, and most tests begin with one.
 */
public final class NewQueue {
  private NewQueue() {}

  /** Opens the queue in a file; where there is no file yet, a new one. */
  public static QueueDatabase in(Path file) {
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, Made.BYTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return QueueDatabase.open(file.toString());
  }

  private static final class Made {
    static final byte[] BYTES = bytes();

    private static byte[] bytes() {
      try {
        Path file = Files.createTempDirectory("new-queue").resolve("queue.db");
        QueueDatabase.open(file.toString()).close();
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        Files.delete(file.getParent());
        return bytes;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
