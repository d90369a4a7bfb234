package kz.zharshy.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Questions put to people and not answered yet, one per person; they survive a restart. Safe for
 * use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public interface PendingQuestions {
  /** The open question, as {@link #ask} kept it, for an update that may answer it. */
  Optional<String> open(long userId, long updateId);

  /** Keeps a question, replacing the previous one. */
  void ask(long userId, String question, Instant now);

  /** Marks the question as answered by this update; other updates no longer see it. */
  void answered(long userId, long updateId);
}
