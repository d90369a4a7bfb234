package kz.zharshy.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The statistics in SQL. */
final class SqlStatistics implements Statistics {
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

  SqlStatistics(Store store) {
    this.store = store;
  }

  @Override
  public void counted(String channel, long messageId, int reactions, Instant at) {
    store.writeQuietly(sql -> sql.update(COUNTED, channel, messageId, reactions, at));
  }

  @Override
  public List<Post> posts(Instant from, Instant until) {
    return store.read(sql -> sql.list(POSTS, SqlStatistics::post, from, until, MOST_POSTS));
  }

  @Override
  public Changes changes(Instant from, Instant until, String channel) {
    return store.read(
        sql ->
            new Changes(
                (int) sql.number(CHANGES, "correcting", from, until, channel, channel),
                (int) sql.number(CHANGES, "withdrawn", from, until, channel, channel)));
  }

  @Override
  public Audience audience(Instant from, Instant until) {
    return store.read(
        sql ->
            new Audience(
                (int) sql.number(KNOWN),
                (int) sql.number(SUBSCRIBED),
                (int) sql.number(FRESH, from, until)));
  }

  @Override
  public void missed(LocalDate day) {
    store.writeQuietly(
        sql -> {
          sql.update(FORGET, day.minusDays(DAYS_KEPT).toString());
          return sql.update(MISSED, day.toString(), "", 1);
        });
  }

  @Override
  public void missed(LocalDate day, String words, int times) {
    store.writeQuietly(
        sql ->
            sql.number(WORDS_OF_DAY, day.toString()) > WORDS_A_DAY
                ? 0
                : sql.update(MISSED, day.toString(), words, times));
  }

  @Override
  public int misses(LocalDate first, LocalDate last) {
    return (int) (long) store.read(sql -> sql.number(MISSES, first.toString(), last.toString()));
  }

  @Override
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
