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
  /** The line of what belongs to no chat. */
  long NO_LINE = 0;

  /** Whoever is not of the newsroom may have so many updates waiting in one line. */
  int MOST_IN_LINE = 100;

  /**
   * An update as Telegram sent it.
   *
   * @param line the line in which it waits: a chat's number, or {@link #NO_LINE}
   * @param newsroom whether it goes before those of readers
   * @param privateMessage the number of a private message to the bot; 0 if it is none
   */
  record RawUpdate(long id, String json, long line, boolean newsroom, long privateMessage) {}

  /**
   * A waiting update.
   *
   * @param tries how often its handling has failed before
   */
  record StoredUpdate(long id, String json, int tries, long line, boolean newsroom) {}

  /** The {@code offset} that acknowledges everything stored; 0 if nothing is. */
  long nextOffset();

  /**
   * Stores updates in one transaction; those already known are skipped, and those of readers whose
   * line is full. The numbers of private messages are recorded as in {@link #done}.
   *
   * @return how many were stored
   */
  int store(List<RawUpdate> updates, Instant now);

  /**
   * The next update by turn: of each line the oldest, the lines one after another, and those of the
   * newsroom before all others. How many wait makes no difference to what it costs.
   *
   * @param inHand lines whose first update is being handled, or has an answer that has not left
   *     yet: it is done only then, so that a crash in between loses no answer; nobody else waits
   *     for it
   */
  Optional<StoredUpdate> next(Set<Long> inHand);

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
