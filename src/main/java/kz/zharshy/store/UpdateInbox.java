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
   * An update that waits.
   *
   * @param tries how often its handling was begun before
   */
  record StoredUpdate(long id, String json, int tries) {}

  /** The {@code offset} that acknowledges everything stored; 0 where nothing was. */
  long nextOffset();

  /**
   * Stores updates in one transaction; those already known are passed over. Which numbers of
   * messages people had is noted as in {@link #done}.
   */
  int store(List<RawUpdate> updates, Instant now);

  /**
   * The oldest update that waits and is not among these.
   *
   * @param inHand updates that are handled but whose answers have not left yet: they are done only
   *     then, so that a crash in between loses no answer, and nobody else waits for them
   */
  Optional<StoredUpdate> next(Set<Long> inHand);

  /** Its handling is about to begin: should it never end, that counts as a try. */
  void begin(long updateId);

  /** Its handling has ended well and only its answer has still to leave: that was no try. */
  void handled(long updateId);

  /**
   * An update is through.
   *
   * @param messageId the highest number of a message that a reader got in answer; 0 where none did.
   *     Letters in doubt are looked for behind the highest that is known
   */
  void done(long updateId, long messageId, Instant now);

  /** Its handling failed: it waits again, or is set aside for good after the third try. */
  void failed(long updateId, String error, Instant now);
}
