package kz.zharshy.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.zharshy.store.Readers.Kind;
import kz.zharshy.store.Readers.Reader;
import org.jspecify.annotations.Nullable;

/**
 * What goes to readers by itself, on its way. A letter is {@code sending} in the database before
 * the call is made, and gone once it is sent. Safe for use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public final class ReaderOutbox {
  /**
   * A letter.
   *
   * @param payload what it says, as {@code ChatCalls} of the room {@code telegram} keeps it
   * @param highestBefore the highest number of a message to any reader that was known when the
   *     sending began
   */
  public record Letter(long id, long userId, String payload, long highestBefore) {}

  /**
   * A reader whose digest has been prepared.
   *
   * @param next when the next one is due
   */
  public record Addressee(long userId, @Nullable Instant next) {}

  /** The properties by which readers follow an article. */
  public record Traits(
      boolean breaking,
      @Nullable String section,
      Collection<String> tags,
      Collection<String> words) {}

  /** Not a channel's name: the highest message number in private chats is kept under it. */
  private static final String PRIVATE = "private chats";

  static final String DUE =
      """
      SELECT * FROM reader WHERE digest_at IS NOT NULL
        AND rtrim(digest_at, 'Z') <= rtrim(?, 'Z')
        ORDER BY rtrim(digest_at, 'Z'), user_id LIMIT ?""";

  static final String TO_TELL =
      """
      SELECT * FROM reader WHERE tell_at IS NOT NULL AND rtrim(tell_at, 'Z') <= rtrim(?, 'Z')
        ORDER BY rtrim(tell_at, 'Z'), user_id LIMIT ?""";

  private static final String NEXT_DUE =
      """
      SELECT at FROM (SELECT min(at) AS at FROM (SELECT min(rtrim(digest_at, 'Z')) AS at FROM reader
        WHERE digest_at IS NOT NULL UNION ALL SELECT min(rtrim(tell_at, 'Z')) FROM reader
        WHERE tell_at IS NOT NULL)) WHERE at IS NOT NULL""";

  private static final String MAILING =
      "INSERT INTO mailing (name, payload) VALUES (?, ?) ON CONFLICT (name) DO NOTHING";

  private static final String MAILING_ID = "SELECT id FROM mailing WHERE name = ?";

  private static final String LETTER =
      "INSERT INTO letter (mailing_id, user_id) VALUES (?, ?) ON CONFLICT DO NOTHING";

  private static final String ADVANCE = "UPDATE reader SET digest_at = ? WHERE user_id = ?";
  private static final String TELL_AT =
      "UPDATE reader SET tell_at = ?, tell_set_at = ? WHERE user_id = ?";

  private static final String FOLLOWERS =
      """
      INSERT INTO followed (user_id, article_id)
        SELECT user_id, ? FROM follow WHERE kind = ? AND key = ? ON CONFLICT DO NOTHING""";

  private static final String RING =
      """
      UPDATE reader SET tell_at = ?1, tell_set_at = ?1 WHERE tell_at IS NULL AND user_id IN
        (SELECT user_id FROM followed WHERE article_id = ?)""";

  private static final String LETTERS =
      "SELECT letter.id, user_id, payload, highest_before FROM letter"
          // CROSS keeps SQLite from reordering the join: letters come in their order.
          + " CROSS JOIN mailing ON mailing.id = mailing_id";

  private static final String SENDING =
      """
      UPDATE letter SET state = 'sending', highest_before =
        coalesce((SELECT highest_message_id FROM channel WHERE name = ?), 0)
        WHERE id = ? AND state = 'waiting'""";

  private static final String NOT_SENT =
      "UPDATE letter SET state = 'waiting' WHERE id = ? AND state = 'sending'";

  private static final String MAILING_OF = "SELECT mailing_id FROM letter WHERE id = ?";

  private static final String MAILING_ENDED =
      """
      DELETE FROM mailing WHERE id = ?
        AND NOT EXISTS (SELECT 1 FROM letter WHERE mailing_id = mailing.id)""";

  private final Store store;

  ReaderOutbox(Store store) {
    this.store = store;
  }

  /** Readers whose digest is due, longest due first. */
  public List<Reader> due(Instant now, int limit) {
    return store.read(sql -> sql.list(DUE, Readers::reader, now, limit));
  }

  /** When the next digest or bundle is due; empty if none is. */
  public Optional<Instant> nextDue() {
    return store
        .read(sql -> sql.first(NEXT_DUE, row -> row.getString(1)))
        .map(time -> Instant.parse(time + "Z"));
  }

  /**
   * Queues a letter to each of these readers and sets when their next digest is due, in one
   * transaction. A payload already queued under this name stays as it is.
   *
   * @param payload null if there is nothing to tell; only the time is then set
   */
  public void issue(String name, @Nullable String payload, List<Addressee> readers) {
    store.writeQuietly(
        sql -> {
          for (Addressee reader : readers) {
            if (payload != null) {
              letter(sql, name, payload, reader.userId());
            }
            sql.update(ADVANCE, reader.next(), reader.userId());
          }
          return readers.size();
        });
  }

  private static void letter(Sql sql, String name, String payload, long userId)
      throws SQLException {
    sql.update(MAILING, name, payload);
    sql.update(LETTER, sql.number(MAILING_ID, name), userId);
  }

  /** Published articles whose followers have not been looked up yet. */
  public List<Long> cameOut(int limit) {
    store.settle();
    return store.read(
        sql ->
            sql.list(
                "SELECT article_id FROM article_out ORDER BY article_id LIMIT ?",
                row -> row.getLong(1),
                limit));
  }

  /** All words that any reader follows. */
  public List<String> followedWords() {
    return store.read(
        sql ->
            sql.list(
                "SELECT DISTINCT key FROM follow WHERE kind = 'word'", row -> row.getString(1)));
  }

  /** Records an article for its followers, and when to tell those who have nothing pending. */
  public void note(long articleId, Traits traits, Instant tellAt) {
    store.writeQuietly(
        sql -> {
          if (traits.breaking()) {
            followers(sql, articleId, Kind.BREAKING, List.of(""));
          }
          if (traits.section() != null) {
            followers(sql, articleId, Kind.SECTION, List.of(traits.section()));
          }
          followers(sql, articleId, Kind.TAG, traits.tags());
          followers(sql, articleId, Kind.WORD, traits.words());
          sql.update(RING, tellAt, articleId);
          return sql.update("DELETE FROM article_out WHERE article_id = ?", articleId);
        });
  }

  private static void followers(Sql sql, long articleId, Kind kind, Collection<String> keys)
      throws SQLException {
    for (String key : keys) {
      sql.update(FOLLOWERS, articleId, Readers.code(kind), key);
    }
  }

  /** Readers to notify of articles now. */
  public List<Reader> toTell(Instant now, int limit) {
    store.cutFutureTimes(now);
    return store.read(sql -> sql.list(TO_TELL, Readers::reader, now, limit));
  }

  /** The articles to notify a reader of. */
  public List<Long> followed(long userId) {
    return store.read(
        sql ->
            sql.list(
                "SELECT article_id FROM followed WHERE user_id = ? ORDER BY article_id DESC",
                row -> row.getLong(1),
                userId));
  }

  /**
   * Queues a letter about these articles; the reader is not notified again before {@code
   * notBefore}. {@code payload}: null if there is nothing to tell.
   */
  public void tell(
      long userId,
      @Nullable String payload,
      List<Long> articles,
      @Nullable Instant notBefore,
      Instant now) {
    store.writeQuietly(
        sql -> {
          if (payload != null) {
            letter(sql, "followed " + userId + " " + articles.get(0), payload, userId);
          }
          for (long article : articles) {
            sql.update(
                "DELETE FROM followed WHERE user_id = ? AND article_id = ?", userId, article);
          }
          return sql.update(TELL_AT, notBefore, now, userId);
        });
  }

  /** The letter waiting longest, of readers other than these. */
  public Optional<Letter> next(Set<Long> others) {
    return store
        .read(
            sql ->
                sql.list(
                    LETTERS + " WHERE state = 'waiting' ORDER BY letter.id LIMIT ?",
                    ReaderOutbox::letter,
                    others.size() + 1))
        .stream()
        .filter(letter -> !others.contains(letter.userId()))
        .findFirst();
  }

  /** Marks a letter as being sent; empty if it is no longer waiting. */
  public Optional<Letter> sending(long letterId) {
    return store.writeQuietly(
        sql ->
            sql.update(SENDING, PRIVATE, letterId) == 0
                ? Optional.empty()
                : sql.first(LETTERS + " WHERE letter.id = ?", ReaderOutbox::letter, letterId));
  }

  /** Records that a letter was delivered under this message number. */
  public void sent(long letterId, long messageId) {
    store.writeQuietly(
        sql -> {
          saw(sql, messageId);
          return delete(sql, letterId);
        });
  }

  /** Raises the highest known number of a message to or from a reader. */
  static void saw(Sql sql, long messageId) throws SQLException {
    if (messageId > 0) {
      int unused = sql.update(Transitions.SAW, PRIVATE, messageId);
    }
  }

  /** Records that a letter was certainly not sent; it waits again. */
  public void notSent(long letterId) {
    store.writeQuietly(sql -> sql.update(NOT_SENT, letterId));
  }

  /** Deletes a letter that will never be sent. */
  public void drop(long letterId) {
    store.writeQuietly(sql -> delete(sql, letterId));
  }

  private static int delete(Sql sql, long letterId) throws SQLException {
    long mailing = sql.number(MAILING_OF, letterId);
    sql.update("DELETE FROM letter WHERE id = ?", letterId);
    return sql.update(MAILING_ENDED, mailing);
  }

  /** Letters whose sending began and did not end. */
  public List<Letter> inDoubt() {
    return store.read(
        sql ->
            sql.list(
                LETTERS + " WHERE state = 'sending' ORDER BY letter.id", ReaderOutbox::letter));
  }

  /** The highest known number of a message to or from any reader. */
  public long highestMessageId() {
    return store.read(
        sql -> sql.number("SELECT highest_message_id FROM channel WHERE name = ?", PRIVATE));
  }

  private static Letter letter(ResultSet row) throws SQLException {
    return new Letter(row.getLong(1), row.getLong(2), row.getString(3), row.getLong(4));
  }
}
