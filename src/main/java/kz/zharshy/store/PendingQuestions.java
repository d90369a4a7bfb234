package kz.zharshy.store;

import java.time.Instant;
import java.util.Optional;

/**
 * What people were asked and have not answered yet, one question a person; it survives a restart.
 * Safe for use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public interface PendingQuestions {
  /** The open question, as {@link #ask} kept it, for an update that may answer it. */
  Optional<String> open(long userId, long updateId);

  /** Keeps a question in the place of the one before. */
  void ask(long userId, String question, Instant now);

  /** The update has answered the question; for any other update there is none any more. */
  void answered(long userId, long updateId);
}
