package kz.zharshy.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import kz.zharshy.article.Reason;
import kz.zharshy.language.Language;
import org.jspecify.annotations.Nullable;

/** The ledger in SQL. */
final class SqlLedger implements Ledger {
  static final String COLUMNS =
      "id, article_id, part, parts, channel, state, method, payload, payload_hash, highest_before,"
          + " message_id, last_message_id, error, sending_at, sent_at, edit_state, added,"
          + " proven";

  private static final String PARTS =
      "SELECT " + COLUMNS + " FROM delivery WHERE article_id = ? ORDER BY part";

  static final String IN_DOUBT =
      "SELECT "
          + COLUMNS
          + " FROM delivery WHERE state IN ('sending', 'unknown')"
          + " ORDER BY rtrim(sending_at, 'Z'), id";

  static final String SAW =
      """
      INSERT INTO channel (name, highest_message_id) VALUES (?, ?) ON CONFLICT (name) DO UPDATE
        SET highest_message_id = excluded.highest_message_id
        WHERE excluded.highest_message_id > highest_message_id""";

  private static final String SAW_OF_PERSON =
      "INSERT INTO person_post (channel, message_id) VALUES (?, ?) ON CONFLICT DO NOTHING";

  /** A part in doubt is looked for soon after it was sent. */
  private static final String FORGET_OLD =
      "DELETE FROM person_post WHERE channel = ? AND message_id < ? - 10000";

  private static final String OF_PERSON =
      "SELECT count(*) FROM person_post WHERE channel = ? AND message_id = ?";

  private static final String HIGHEST = "SELECT highest_message_id FROM channel WHERE name = ?";

  /** The last message of the part that begins at a message or nearest above it. */
  static final String PART_AT =
      """
      SELECT last_message_id FROM delivery WHERE channel = ? AND message_id IS NOT NULL
        AND state = 'sent' AND proven = 1
        AND message_id <= ? ORDER BY message_id DESC LIMIT 1""";

  static final String BEGUN =
      """
      SELECT sending_at FROM delivery WHERE channel = ?
        AND rtrim(sending_at, 'Z') >= rtrim(?, 'Z') ORDER BY rtrim(sending_at, 'Z')""";

  static final String EDITS_BEGUN =
      """
      SELECT edit_begun_at FROM delivery WHERE channel = ? AND edit_begun_at IS NOT NULL
        AND rtrim(edit_begun_at, 'Z') >= rtrim(?, 'Z') ORDER BY rtrim(edit_begun_at, 'Z')""";

  static final String PINS_BEGUN =
      """
      SELECT begun_at FROM pin WHERE channel = ? AND begun_at IS NOT NULL
        AND rtrim(begun_at, 'Z') >= rtrim(?, 'Z') ORDER BY rtrim(begun_at, 'Z')""";

  static final String LAST_BEGUN =
      """
      SELECT sending_at FROM delivery WHERE channel = ? AND sending_at IS NOT NULL AND part = 1
        AND state IN ('sending', 'sent', 'unknown') ORDER BY rtrim(sending_at, 'Z') DESC
        LIMIT 1""";

  static final String LATEST =
      """
      SELECT article_id, title, coalesce(language, route_language) AS language, section,
        delivery.channel, message_id, sent_at FROM delivery
        JOIN article ON article.id = article_id AND article.state = 'published'
        WHERE part = 1 AND delivery.state = 'sent'
        AND edit_state NOT IN ('gone', 'deleted')
        ORDER BY rtrim(sent_at, 'Z') DESC, delivery.id DESC LIMIT ?""";

  private static final String IS_SPLIT =
      "SELECT 1 FROM history WHERE article_id = ? AND event = 'split' LIMIT 1";

  private final Store store;
  private final Transitions transitions = new Transitions();

  SqlLedger(Store store) {
    this.store = store;
  }

  @Override
  public List<Delivery> plan(long articleId, String channel, List<PlannedPart> parts, Instant now) {
    return store.writeFenced(
        SqlArticleQueue.BOT,
        now,
        sql -> {
          transitions.plan(sql, articleId, channel, parts);
          return parts(sql, articleId);
        });
  }

  @Override
  public List<Delivery> parts(long articleId) {
    return store.read(sql -> parts(sql, articleId));
  }

  @Override
  public Optional<Delivery> sending(long deliveryId, Instant now) {
    return store.writeFenced(
        SqlArticleQueue.BOT,
        now,
        sql ->
            transitions.sending(sql, deliveryId, now)
                ? sql.first(
                    "SELECT " + COLUMNS + " FROM delivery WHERE id = ?",
                    SqlLedger::delivery,
                    deliveryId)
                : Optional.empty());
  }

  @Override
  public void notSent(long deliveryId, Reason reason) {
    store.write(sql -> transitions.notSent(sql, deliveryId, reason));
  }

  @Override
  public void richRefused(long deliveryId, Reason reason, Instant now) {
    store.write(SqlArticleQueue.BOT, now, sql -> transitions.richRefused(sql, deliveryId, reason));
  }

  @Override
  public boolean isSplit(long articleId) {
    return store.read(sql -> sql.first(IS_SPLIT, row -> true, articleId)).isPresent();
  }

  @Override
  public void replace(long deliveryId, PlannedPart other, Reason reason, Instant now) {
    store.write(
        SqlArticleQueue.BOT, now, sql -> transitions.replace(sql, deliveryId, other, reason));
  }

  @Override
  public void sent(long deliveryId, long messageId, long lastMessageId, Instant now) {
    store.write(
        SqlArticleQueue.BOT,
        now,
        sql -> transitions.sent(sql, deliveryId, messageId, lastMessageId, now));
  }

  @Override
  public void saidToBeSent(long deliveryId, long guess, String actor, Instant now) {
    store.write(actor, now, sql -> transitions.saidToBeSent(sql, deliveryId, guess, now));
  }

  @Override
  public boolean seen(long deliveryId, long messageId) {
    return store.write(sql -> transitions.seen(sql, deliveryId, messageId));
  }

  @Override
  public void refused(long deliveryId, Reason reason, Instant now) {
    store.write(SqlArticleQueue.BOT, now, sql -> transitions.refused(sql, deliveryId, reason));
  }

  @Override
  public boolean unknown(long deliveryId, Reason reason, Reason held, Instant now) {
    return store.write(
        SqlArticleQueue.BOT, now, sql -> transitions.unknown(sql, deliveryId, reason, held));
  }

  @Override
  public boolean sendAgain(long deliveryId, String actor, Instant now) {
    return store.write(actor, now, sql -> transitions.sendAgain(sql, deliveryId));
  }

  @Override
  public List<Delivery> inDoubt() {
    return store.read(sql -> sql.list(IN_DOUBT, SqlLedger::delivery));
  }

  @Override
  public void saw(String channel, long messageId) {
    if (messageId > highestMessageId(channel)) {
      store.write(sql -> sql.update(SAW, channel, messageId));
    }
  }

  @Override
  public void sawOfPerson(String channel, long messageId) {
    saw(channel, messageId);
    if (!isOfPerson(channel, messageId)) {
      store.write(
          sql ->
              sql.update(SAW_OF_PERSON, channel, messageId)
                  + sql.update(FORGET_OLD, channel, messageId));
    }
  }

  @Override
  public boolean isOfPerson(String channel, long messageId) {
    return store.read(sql -> sql.number(OF_PERSON, channel, messageId)) > 0;
  }

  @Override
  public long highestMessageId(String channel) {
    return store.read(sql -> sql.number(HIGHEST, channel));
  }

  @Override
  public boolean isRecorded(String channel, long messageId) {
    return store.read(
        sql ->
            sql.first(PART_AT, row -> row.getLong(1), channel, messageId).orElse(0L) >= messageId);
  }

  @Override
  public List<Instant> begunSince(String channel, Instant since) {
    return store.read(
        sql -> {
          List<Instant> begun = new ArrayList<>();
          for (String query : List.of(BEGUN, EDITS_BEGUN, PINS_BEGUN)) {
            begun.addAll(sql.list(query, row -> Instant.parse(row.getString(1)), channel, since));
          }
          Collections.sort(begun);
          return begun;
        });
  }

  @Override
  public Optional<Instant> lastBegun(String channel) {
    return store.read(
        sql ->
            sql.first(
                LAST_BEGUN,
                row -> ArticleRows.time(row, "sending_at").orElse(Instant.EPOCH),
                channel));
  }

  @Override
  public List<Headline> latest(int limit) {
    return store.read(sql -> sql.list(LATEST, SqlLedger::headline, limit));
  }

  static List<Delivery> parts(Sql sql, long articleId) throws SQLException {
    return sql.list(PARTS, SqlLedger::delivery, articleId);
  }

  static Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(
        row.getLong("id"),
        row.getLong("article_id"),
        row.getInt("part"),
        row.getInt("parts"),
        row.getString("channel"),
        DeliveryState.ofCode(row.getString("state")),
        row.getString("method"),
        row.getString("payload"),
        row.getString("payload_hash"),
        row.getLong("highest_before"),
        number(row, "message_id"),
        number(row, "last_message_id"),
        Reason.readNullable(row.getString("error")),
        ArticleRows.time(row, "sending_at").orElse(null),
        ArticleRows.time(row, "sent_at").orElse(null),
        EditState.ofCode(row.getString("edit_state")),
        row.getBoolean("added"),
        row.getBoolean("proven"));
  }

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return number == 0 ? null : number;
  }

  private static Headline headline(ResultSet row) throws SQLException {
    Language language = ArticleRows.language(row, "language");
    return new Headline(
        row.getLong("article_id"),
        row.getString("title"),
        // The bot notes a language before it sends anything.
        language == null ? Language.RU : language,
        row.getString("section"),
        row.getString("channel"),
        row.getLong("message_id"),
        Instant.parse(row.getString("sent_at")));
  }
}
