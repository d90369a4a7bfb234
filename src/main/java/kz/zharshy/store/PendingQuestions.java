package kz.zharshy.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Questions put to people and not answered yet, one per person; they survive a restart. Safe for
 * use by several threads. An answered question keeps the number of the update that answered it, so
 * that the same update, handled again after a crash, still finds it.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public final class PendingQuestions {
  private static final String ASK =
      """
      INSERT INTO dialogue (user_id, asked, since) VALUES (?, ?, ?) ON CONFLICT (user_id)
        DO UPDATE SET asked = excluded.asked, since = excluded.since""";

  private static final String ANSWERED = "answered by ";

  private final Store store;

  PendingQuestions(Store store) {
    this.store = store;
  }

  /** The open question, as {@link #ask} kept it, for an update that may answer it. */
  public Optional<String> open(long userId, long updateId) {
    Optional<String> asked =
        store.read(
            sql ->
                sql.first(
                    "SELECT asked FROM dialogue WHERE user_id = ?",
                    row -> row.getString(1),
                    userId));
    return asked.flatMap(question -> open(question, ANSWERED + updateId + " "));
  }

  private static Optional<String> open(String asked, String answeredNow) {
    if (asked.startsWith(answeredNow)) {
      return Optional.of(asked.substring(answeredNow.length()));
    }
    return asked.startsWith(ANSWERED) ? Optional.empty() : Optional.of(asked);
  }

  /** Keeps a question, replacing the previous one. */
  public void ask(long userId, String question, Instant now) {
    store.writeQuietly(sql -> sql.update(ASK, userId, question, now));
  }

  /** Marks the question as answered by this update; other updates no longer see it. */
  public void answered(long userId, long updateId) {
    store.writeQuietly(
        sql ->
            sql.update(
                "UPDATE dialogue SET asked = ? || asked WHERE user_id = ? AND substr(asked, 1, ?) <> ?",
                ANSWERED + updateId + " ",
                userId,
                ANSWERED.length(),
                ANSWERED));
  }
}
