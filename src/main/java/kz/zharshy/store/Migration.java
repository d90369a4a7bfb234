package kz.zharshy.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema up to date; each step is one transaction. */
final class Migration {
  private static final String FOLDER = "classpath:kz/zharshy/store/sqlite";

  /**
   * Another process may take the same step at the same moment. Ours then fails, and the next check
   * finds the schema up to date.
   */
  private static final int ATTEMPTS = 20;

  private static final Duration PAUSE = Duration.ofMillis(150);

  private Migration() {}

  static void run(Path file, DatabaseCheck check, BusyRetry patience) {
    for (int attempt = 1; !check.isCurrent(patience); attempt++) {
      try {
        migrate(file);
      } catch (FlywayException e) {
        if (attempt == ATTEMPTS) {
          throw new QueueException(
              "The database "
                  + file
                  + " cannot be brought up to date. Look at its disk and its rights; nothing was"
                  + " changed.",
              e);
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private static void migrate(Path file) {
    Flyway.configure(Migration.class.getClassLoader())
        .dataSource(Sqlite.source(file, true))
        .locations(FOLDER)
        .failOnMissingLocations(true)
        .load()
        .migrate();
  }
}
