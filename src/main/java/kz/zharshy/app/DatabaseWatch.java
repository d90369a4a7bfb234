package kz.zharshy.app;

import java.nio.file.Path;
import java.time.Duration;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.publish.PublishListener;
import kz.zharshy.store.QueueDatabase;

/**
 * Looks whether the database's file still lies where it was opened. Where it was moved, deleted or
 * replaced, nobody sees any more what the bot writes, and the bot does not see what others write:
 * it says so, and the program ends.
 */
final class DatabaseWatch implements ServiceLoop.Step {
  private static final Duration RHYTHM = Duration.ofSeconds(2);

  /** So long the editors' notice may take. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private final Path file;
  private final QueueDatabase database;
  private final PublishListener listener;
  private final WayOut wayOut;
  private boolean told;

  DatabaseWatch(Path file, QueueDatabase database, PublishListener listener, WayOut wayOut) {
    this.file = file;
    this.database = database;
    this.listener = listener;
    this.wayOut = wayOut;
  }

  @Override
  public Duration step() {
    if (told) {
      wayOut.leave(WayOut.DATABASE_GONE);
    } else if (!database.isInPlace()) {
      told = true;
      database.abandon();
      listener.databaseTrouble(Reason.of(ReasonCode.DATABASE_MOVED, file.toString()));
      return LAST_WORDS;
    }
    return RHYTHM;
  }
}
