package kz.zharshy.store;

import static kz.zharshy.store.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times of a clock that was three hours ahead. It is noon again. */
final class FutureTimesTest extends QueueFile {
  private static final String CHANNEL = "steppe_news";

  /** Each row is what the database said, of which time, and what it says after the first look. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          delivery   | sending_at    | 15:00 | 12:00
          delivery   | sent_at       | 15:00 | 12:00
          delivery   | edit_begun_at | 15:00 | 12:00
          pin        | begun_at      | 15:00 | 12:00
          flood_wait | until         | 15:20 | 12:20
          feed       | next_poll_at  | 15:05 | 12:05
          overdue    | decide_by     | 15:30 | 12:30
          reader     | tell_at       | 15:30 | 12:30
          article    | publish_at    | 15:10 | 12:10
          delivery   | sending_at    | 11:59 | 11:59
          """)
  void whatCannotBeIsCutToNow(String table, String column, String before, String after)
      throws Exception {
    Instant ahead = at(before).isAfter(NOON) ? NOON.plus(Duration.ofHours(3)) : at(before);
    fill(ahead, at(before));
    reopen();

    queue.articles().due(CHANNEL, NOON);

    assertThat(time(table, column)).isEqualTo(at(after));
  }

  /** Of an earlier schema: how long they were is not known. */
  @ParameterizedTest
  @CsvSource({"flood_wait, until", "feed, next_poll_at", "reader, tell_at"})
  void aWaitWhoseBeginWasNotNotedIsOver(String table, String column) throws Exception {
    Instant later = NOON.plus(Duration.ofHours(3));
    fill(NOON, later);
    sql("UPDATE flood_wait SET noted_at = NULL");
    sql("UPDATE feed SET polled_at = NULL");
    sql("UPDATE reader SET tell_set_at = NULL");

    queue.articles().due(CHANNEL, NOON);

    assertThat(time(table, column)).isEqualTo(NOON);
  }

  /** Plans of people, and waits that began in the past. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          article    | publish_at
          article    | expires_at
          article    | pin_until
          pin        | until
          flood_wait | until
          feed       | next_poll_at
          overdue    | decide_by
          reader     | tell_at
          """)
  void whatMayBeStays(String table, String column) throws Exception {
    Instant later = NOON.plus(Duration.ofHours(15));
    fill(NOON.minusSeconds(1), later);
    sql("UPDATE article SET expires_at = '%s', pin_until = '%1$s'".formatted(later.plusSeconds(1)));
    sql("UPDATE pin SET until = '%s'".formatted(later));
    Instant before = time(table, column);
    reopen();

    queue.articles().due(CHANNEL, NOON);

    assertThat(time(table, column)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "daily, 2026-12-02T04:00:00Z, 2026-11-23T04:00:00Z",
    "daily, 2026-11-23T04:00:00Z, 2026-11-23T04:00:00Z",
    "weekly, 2026-12-14T04:00:00Z, 2026-11-23T04:00:00Z",
    "weekly, 2026-11-23T04:00:00Z, 2026-11-23T04:00:00Z"
  })
  void aDigestComesAtItsHourNoLaterThanItsRhythmSays(String rhythm, Instant set, Instant due)
      throws Exception {
    sql(
        "INSERT INTO reader (user_id, digest, digest_at, since) VALUES (7, '%s', '%s', '%s')"
            .formatted(rhythm, set, NOON));

    queue.articles().due(CHANNEL, NOON);

    assertThat(time("reader", "digest_at")).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({"0, 15:00", "1, 12:00", "3600, 12:00"})
  void theClockIsLookedAtAgainWheneverItWentBack(long secondsBack, String noted) throws Exception {
    Instant now = secondsBack == 0 ? NOON : NOON.plusSeconds(secondsBack + 1);
    queue.articles().due(CHANNEL, now);
    fill(NOON.plus(Duration.ofHours(3)), NOON.plus(Duration.ofHours(3)));

    queue.articles().due(CHANNEL, NOON);

    assertThat(time("delivery", "sending_at")).isEqualTo(at(noted));
  }

  private static Instant at(String clock) {
    return Instant.parse("2026-11-22T" + clock + ":00Z");
  }

  /** A row of everything that waits, noted at one moment for another. */
  private void fill(Instant noted, Instant until) throws SQLException {
    String begun = "'" + noted + "'";
    String end = "'" + until + "'";
    String hash = "'" + "0".repeat(64) + "'";
    sql(
        "INSERT INTO article (title, body, state, publish_at) VALUES ('A', 'B', 'queued', "
            + end
            + ")");
    sql(
        "INSERT INTO delivery (article_id, part, parts, channel, state, method, payload,"
            + " payload_hash, message_id, last_message_id, sending_at, sent_at, edit_begun_at)"
            + " VALUES (9, 1, 1, '%s', 'sent', 'm', '{}', %s, 1, 1, %s, %3$s, %3$s)"
                .formatted(CHANNEL, hash, begun));
    sql(
        "INSERT INTO pin (article_id, channel, message_id, begun_at) VALUES (9, '%s', 1, %s)"
            .formatted(CHANNEL, begun));
    sql(
        "INSERT INTO flood_wait (chat, until, noted_at) VALUES ('@a', %s, %s)"
            .formatted(end, begun));
    sql(
        "INSERT INTO feed (url, next_poll_at, polled_at) VALUES ('https://a.kz', %s, %s)"
            .formatted(end, begun));
    sql(
        "INSERT INTO overdue (channel, found_at, decide_by, decided_at, choice)"
            + " VALUES ('%s', %s, %s, %2$s, 'all')".formatted(CHANNEL, begun, end));
    sql("INSERT INTO overdue_article SELECT 1, id, created_at FROM article");
    sql(
        "INSERT INTO reader (user_id, tell_at, tell_set_at, since) VALUES (7, %s, %s, %2$s)"
            .formatted(end, begun));
  }

  private Instant time(String table, String column) throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT " + column + " FROM " + table)) {
      return Instant.parse(row.getString(1));
    }
  }

  private void sql(String text) throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }
}
