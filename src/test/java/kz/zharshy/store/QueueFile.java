package kz.zharshy.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test on a queue in a file of its own. */
abstract class QueueFile {
  @TempDir Path folder;
  Path file;
  QueueDatabase queue;

  @BeforeEach
  void open() {
    file = folder.resolve("queue.db");
    queue = NewQueue.in(file);
  }

  @AfterEach
  void close() {
    queue.close();
  }

  /** Ends the program and starts it again. */
  void reopen() {
    queue.close();
    queue = QueueDatabase.open(file.toString());
  }
}
