package kz.zharshy.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Updates from Telegram, stored before they are acknowledged and handled one after another. Safe
 * for use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public interface UpdateInbox {
  /** An update as Telegram sent it. */
  record RawUpdate(long id, String json) {}

  /**
   * A waiting update.
   *
   * @param tries how often its handling has begun before
   */
  record StoredUpdate(long id, String json, int tries) {}

  /** The {@code offset} that acknowledges everything stored; 0 if nothing is. */
  long nextOffset();

  /**
   * Stores updates in one transaction; those already known are skipped. The numbers of private
   * messages are recorded as in {@link #done}.
   */
  int store(List<RawUpdate> updates, Instant now);

  /**
   * The oldest waiting update that is not among these.
   *
   * @param inHand updates that are handled but whose answers have not left yet: they are done only
   *     then, so that a crash in between loses no answer, and nobody else waits for them
   */
  Optional<StoredUpdate> next(Set<Long> inHand);

  /** Records that its handling begins; if it never ends, that counts as a try. */
  void begin(long updateId);

  /**
   * Records that its handling succeeded and only the answer is yet to be sent; the tries start
   * over.
   */
  void handled(long updateId);

  /**
   * Records that an update is finished.
   *
   * @param messageId the highest number of a message that a reader got in answer; 0 where none did.
   *     Letters in doubt are looked for behind the highest that is known
   */
  void done(long updateId, long messageId, Instant now);

  /** Records that its handling failed: it waits again, or is set aside after the third try. */
  void failed(long updateId, String error, Instant now);
}
