package kz.zharshy.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Counts for the editors. Nothing in them says which reader did what. Safe for use by several
 * threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public final class Statistics {
  /**
   * A published post.
   *
   * @param at when its first part was published
   * @param messageId the first part's number, for a link
   * @param there whether it is still in the channel
   * @param reactions to all its parts, by Telegram's latest count
   */
  public record Post(
      long articleId,
      String title,
      String channel,
      Instant at,
      long messageId,
      boolean there,
      long reactions) {}

  /**
   * How often published articles were changed.
   *
   * @param corrections how often articles were corrected in their channel
   * @param withdrawals articles withdrawn after publication
   */
  public record Changes(int corrections, int withdrawals) {}

  /**
   * The readers who asked for something to be kept; nothing is known about the others.
   *
   * @param fresh those who first appeared in the period
   */
  public record Audience(int known, int subscribed, int fresh) {}

  /** Words that several readers searched for in vain on one day. */
  public record Missed(String words, int times) {}

  /** After this, searches of readers are deleted. */
  private static final int DAYS_KEPT = 31;

  /** The most words kept a day, so that nobody can fill the disk with searches. */
  private static final int WORDS_A_DAY = 300;

  /** Far more than a newsroom publishes in a month. */
  private static final int MOST_POSTS = 20_000;

  private static final String COUNTED =
      """
      INSERT INTO reaction_count (channel, message_id, reactions, counted_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (channel, message_id) DO UPDATE SET reactions = excluded.reactions,
        counted_at = excluded.counted_at
        WHERE rtrim(excluded.counted_at, 'Z') >= rtrim(counted_at, 'Z')""";

  static final String POSTS =
      """
      SELECT article_id, title, post.channel, sent_at, message_id, edit_state,
        (SELECT coalesce(sum(reactions), 0) FROM delivery AS part JOIN reaction_count
        ON reaction_count.channel = part.channel
        AND reaction_count.message_id BETWEEN part.message_id AND part.last_message_id
        WHERE part.article_id = post.article_id AND part.state = 'sent') AS reactions
        FROM delivery AS post JOIN article ON article.id = article_id
        WHERE part = 1 AND post.state = 'sent' AND rtrim(sent_at, 'Z') >= rtrim(?, 'Z')
        AND rtrim(sent_at, 'Z') < rtrim(?, 'Z') ORDER BY rtrim(sent_at, 'Z'), post.id LIMIT ?""";

  /** Articles that were never in a channel do not count. */
  static final String CHANGES =
      """
      SELECT count(*) FROM history WHERE event IN ('correcting', 'withdrawn') AND event = ?
        AND rtrim(at, 'Z') >= rtrim(?, 'Z') AND rtrim(at, 'Z') < rtrim(?, 'Z')
        AND EXISTS (SELECT 1 FROM delivery WHERE delivery.article_id = history.article_id
        AND part = 1 AND state = 'sent' AND (? = '' OR lower(channel) = lower(?)))""";

  private static final String KNOWN = "SELECT count(*) FROM reader";
  private static final String SUBSCRIBED =
      "SELECT count(*) FROM reader WHERE digest_at IS NOT NULL";

  static final String FRESH =
      """
      SELECT count(*) FROM reader WHERE rtrim(since, 'Z') >= rtrim(?, 'Z')
        AND rtrim(since, 'Z') < rtrim(?, 'Z')""";

  private static final String MISSED =
      """
      INSERT INTO missed_search (day, words, times) VALUES (?, ?, ?)
        ON CONFLICT (day, words) DO UPDATE SET times = times + excluded.times""";

  private static final String WORDS_OF_DAY = "SELECT count(*) FROM missed_search WHERE day = ?";
  private static final String FORGET = "DELETE FROM missed_search WHERE day < ?";

  private static final String MISSES =
      "SELECT sum(times) FROM missed_search WHERE day BETWEEN ? AND ? AND words = ''";

  private static final String MISSED_WORDS =
      """
      SELECT words, sum(times) AS times FROM missed_search WHERE day BETWEEN ? AND ?
        AND words <> '' GROUP BY words ORDER BY 2 DESC, 1 LIMIT ?""";

  private final Store store;

  Statistics(Store store) {
    this.store = store;
  }

  /** Records Telegram's count of reactions to a message, unless a newer count is known. */
  public void counted(String channel, long messageId, int reactions, Instant at) {
    store.writeQuietly(sql -> sql.update(COUNTED, channel, messageId, reactions, at));
  }

  /** The posts published in a period, its end excluded, oldest first. */
  public List<Post> posts(Instant from, Instant until) {
    return store.read(sql -> sql.list(POSTS, Statistics::post, from, until, MOST_POSTS));
  }

  /** The changes in a period. {@code channel}: its name; empty for all channels. */
  public Changes changes(Instant from, Instant until, String channel) {
    return store.read(
        sql ->
            new Changes(
                (int) sql.number(CHANGES, "correcting", from, until, channel, channel),
                (int) sql.number(CHANGES, "withdrawn", from, until, channel, channel)));
  }

  public Audience audience(Instant from, Instant until) {
    return store.read(
        sql ->
            new Audience(
                (int) sql.number(KNOWN),
                (int) sql.number(SUBSCRIBED),
                (int) sql.number(FRESH, from, until)));
  }

  /** Counts a search without result; the words are not kept. */
  public void missed(LocalDate day) {
    store.writeQuietly(
        sql -> {
          sql.update(FORGET, day.minusDays(DAYS_KEPT).toString());
          return sql.update(MISSED, day.toString(), "", 1);
        });
  }

  /** Adds to the number of readers who searched for these words in vain. */
  public void missed(LocalDate day, String words, int times) {
    store.writeQuietly(
        sql ->
            sql.number(WORDS_OF_DAY, day.toString()) > WORDS_A_DAY
                ? 0
                : sql.update(MISSED, day.toString(), words, times));
  }

  /** The number of searches without result on these days. */
  public int misses(LocalDate first, LocalDate last) {
    return (int) (long) store.read(sql -> sql.number(MISSES, first.toString(), last.toString()));
  }

  /** The words most often searched for in vain on these days, most frequent first. */
  public List<Missed> missedWords(LocalDate first, LocalDate last, int limit) {
    return store.read(
        sql ->
            sql.list(
                MISSED_WORDS,
                row -> new Missed(row.getString(1), row.getInt(2)),
                first.toString(),
                last.toString(),
                limit));
  }

  private static Post post(ResultSet row) throws SQLException {
    EditState edit = EditState.ofCode(row.getString("edit_state"));
    return new Post(
        row.getLong("article_id"),
        row.getString("title"),
        row.getString("channel"),
        ArticleRows.time(row, "sent_at").orElse(Instant.EPOCH),
        row.getLong("message_id"),
        edit != EditState.GONE && edit != EditState.DELETED,
        row.getLong("reactions"));
  }
}
