package kz.zharshy.store;

import java.time.Instant;
import java.util.List;

/**
 * Who did what, and who tried to. The schema refuses to change or delete anything in it. Safe for
 * use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public interface Audit {
  /**
   * One line. Who tried something and does not belong to the newsroom may ask to be forgotten; the
   * attempt then stays without the person.
   *
   * @param who the person's name in Telegram at that time
   * @param role what the person could do then
   * @param deed the command as it could have been typed
   * @param done whether it was allowed; otherwise it was an attempt
   */
  record Line(Instant at, long userId, String who, String role, String deed, boolean done) {
    private static final String STRANGER = "reader";

    /** Whether it is what a reader tried; of that only the command stays for ever. */
    public boolean isAttempt() {
      return role.equals(STRANGER);
    }

    /** Whether whoever tried it was forgotten. */
    public boolean isNameless() {
      return userId == 0;
    }
  }

  /** Adds a line. One update adds one line, however often it is handled. */
  void note(long updateId, Line line);

  /** The newest lines, newest first. */
  List<Line> latest(int limit);
}
