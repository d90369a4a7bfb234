package kz.zharshy.store;

import java.time.Instant;
import java.util.Optional;
import kz.zharshy.article.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Which posts are pinned in their channel, and until when they are to be. That a call is about to
 * be made is committed before it is, and each call may be made again without harm. Each method is
 * one committed transaction. Safe for use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public interface Pins {
  /** The end of what is pinned without an end. */
  Instant FOREVER = Instant.parse("9999-12-31T23:59:59Z");

  /**
   * A call to be made.
   *
   * @param isUp whether the post is to be pinned; else it is to be taken down
   * @param until the end as it was read; null is not to be pinned
   * @param tries how many calls ended without anybody knowing how
   */
  record Task(
      long articleId,
      boolean isUp,
      String channel,
      long message,
      @Nullable String until,
      int tries) {}

  /** The next call for a channel. What has settled itself, as the post is gone, is forgotten. */
  Optional<Task> next(String channel, Instant now);

  /** When the next of a channel's pinned posts is to be taken down. */
  Optional<Instant> nextEnd(String channel);

  /**
   * Notes that a call is about to be made.
   *
   * @return whether it is still wanted
   */
  boolean begin(Task task, Instant now);

  void done(Task task, Instant now);

  /** Telegram said no: it is not asked again until somebody wants it anew. */
  void refused(Task task, Reason reason, Instant now);

  /** Nobody knows how a call ended; it may be made again. */
  void unclear(Task task);

  /** Until when the article's post is to be pinned; empty where it is not to be. */
  Optional<Instant> until(long articleId);

  /** Pins the article's post, once it is out, until then. */
  void pin(long articleId, Instant until, String actor, Instant now);

  void unpin(long articleId, String actor, Instant now);
}
