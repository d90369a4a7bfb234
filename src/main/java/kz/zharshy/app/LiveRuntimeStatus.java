package kz.zharshy.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import kz.zharshy.article.Reason;
import kz.zharshy.chat.editor.RuntimeStatus;
import kz.zharshy.health.Health;

/** How this program is, for the editors. */
record LiveRuntimeStatus(Path database, Health health, Instant since) implements RuntimeStatus {
  @Override
  public String version() {
    return number();
  }

  /** As the jar says; empty where the program runs from no jar. */
  static String number() {
    String number = LiveRuntimeStatus.class.getPackage().getImplementationVersion();
    return number == null ? "" : number;
  }

  /** With what is written ahead of the file itself. */
  @Override
  public long databaseBytes() {
    return Stream.of("", "-wal").mapToLong(end -> bytes(Path.of(database + end))).sum();
  }

  private static long bytes(Path file) {
    return Files.exists(file) ? file.toFile().length() : 0;
  }

  @Override
  public List<Reason> problems() {
    return health.problems();
  }
}
