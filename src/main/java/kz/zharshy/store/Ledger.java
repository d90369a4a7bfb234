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
import kz.zharshy.store.Delivery.PlannedPart;
import org.jspecify.annotations.Nullable;

/**
 * What was sent and what may have been sent. A part is {@code SENDING} in the database before the
 * call is made, so that no crash can hide a call. Each method is one committed transaction, guarded
 * by the state expected. Safe for use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public final class Ledger {
  /** A published article, for lists of headlines. */
  public record Headline(
      long articleId,
      String title,
      Language language,
      @Nullable String section,
      String channel,
      long messageId,
      Instant at) {}

  static final String COLUMNS =
      "id, article_id, part, parts, channel, state, method, payload, highest_before,"
          + " message_id, last_message_id, error, sending_at, sent_at, edit_state, added,"
          + " proven";

  private static final String SENT_AGAIN =
      """
      SELECT count(*) FROM history WHERE article_id = ? AND event = 'send again' AND actor = ?
        AND detail = ?""";

  private static final String PARTS =
      "SELECT " + COLUMNS + " FROM delivery WHERE article_id = ? ORDER BY part";

  static final String IN_DOUBT =
      "SELECT "
          + COLUMNS
          + " FROM delivery WHERE state IN ('sending', 'unknown')"
          + " ORDER BY rtrim(sending_at, 'Z'), id";

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

  Ledger(Store store) {
    this.store = store;
  }

  /**
   * Freezes the parts of an article that is being published. Where it was done before, what was
   * frozen then stays.
   */
  public List<Delivery> plan(long articleId, String channel, List<PlannedPart> parts, Instant now) {
    return store.writeFenced(
        ArticleQueue.BOT,
        now,
        sql -> {
          transitions.plan(sql, articleId, channel, parts);
          return parts(sql, articleId);
        });
  }

  /** The parts of an article in their order; empty before {@link #plan}. */
  public List<Delivery> parts(long articleId) {
    return store.read(sql -> parts(sql, articleId));
  }

  /**
   * Notes that a call is about to be made, with the highest message id known in the channel.
   *
   * @return the row as it is now, or empty if it was not {@code PENDING}
   */
  public Optional<Delivery> sending(long deliveryId, Instant now) {
    return store.writeFenced(
        ArticleQueue.BOT,
        now,
        sql ->
            transitions.sending(sql, deliveryId, now)
                ? sql.first(
                    "SELECT " + COLUMNS + " FROM delivery WHERE id = ?",
                    Ledger::delivery,
                    deliveryId)
                : Optional.empty());
  }

  /**
   * It certainly was not sent: {@code SENDING} becomes {@code PENDING} again. Where that leaves
   * nothing of the article begun, its plan is dropped and the article is {@code QUEUED} again in
   * the same transaction, so that it can still be changed.
   */
  public void notSent(long deliveryId, Reason reason) {
    store.write(sql -> transitions.notSent(sql, deliveryId, reason));
  }

  /**
   * Its picture is refused and another way is about to be made ready: {@code SENDING} becomes
   * {@code PENDING} with this as its {@code error}. Nothing is on its way meanwhile, so whatever
   * ends the program then leaves no doubt.
   */
  public void pictureRefused(long deliveryId, Reason reason) {
    store.write(sql -> transitions.pictureRefused(sql, deliveryId, reason));
  }

  /**
   * The same where Telegram refuses it as a rich message: from now on its article is split, over
   * restarts too.
   */
  public void richRefused(long deliveryId, Reason reason, Instant now) {
    store.write(ArticleQueue.BOT, now, sql -> transitions.richRefused(sql, deliveryId, reason));
  }

  /** Whether Telegram has refused the article as a rich message. */
  public boolean isSplit(long articleId) {
    return store.read(sql -> sql.first(IS_SPLIT, row -> true, articleId)).isPresent();
  }

  /**
   * It certainly was not sent and goes out in another way: it is {@code PENDING} with this in its
   * place.
   */
  public void replace(long deliveryId, PlannedPart other, Reason reason, Instant now) {
    store.write(ArticleQueue.BOT, now, sql -> transitions.replace(sql, deliveryId, other, reason));
  }

  /**
   * It is in the channel, whether that is Telegram's answer or was found out later. In the same
   * transaction the article becomes {@code PUBLISHED} with the last part, and goes on being
   * published where it was held for this part's sake.
   *
   * @param lastMessageId the highest message id that the part took (an album takes several)
   */
  public void sent(long deliveryId, long messageId, long lastMessageId, Instant now) {
    store.write(
        ArticleQueue.BOT,
        now,
        sql -> transitions.sent(sql, deliveryId, messageId, lastMessageId, now));
  }

  /**
   * The same by the word of an editor who does not know under which number it is there.
   *
   * @param guess the number for links; nobody takes it for proven
   */
  public void saidToBeSent(long deliveryId, long guess, String actor, Instant now) {
    store.write(actor, now, sql -> transitions.saidToBeSent(sql, deliveryId, guess, now));
  }

  /**
   * A part that is {@code SENDING} or {@code UNKNOWN} was seen in the channel: should the answer to
   * its call be lost, {@link Delivery#messageId} is where it is.
   *
   * @return whether it was in one of these states
   */
  public boolean seen(long deliveryId, long messageId) {
    return store.write(sql -> transitions.seen(sql, deliveryId, messageId));
  }

  /**
   * Telegram said no: the part is {@code REFUSED} and the article {@code FAILED}, in one
   * transaction.
   */
  public void refused(long deliveryId, Reason reason, Instant now) {
    store.write(ArticleQueue.BOT, now, sql -> transitions.refused(sql, deliveryId, reason));
  }

  /**
   * Whether it was sent cannot be told (yet): the part is {@code UNKNOWN} and the article {@code
   * HELD}, in one transaction.
   *
   * @param held the article's reason while it is held
   * @return whether it was {@code SENDING}
   */
  public boolean unknown(long deliveryId, Reason reason, Reason held, Instant now) {
    return store.write(
        ArticleQueue.BOT, now, sql -> transitions.unknown(sql, deliveryId, reason, held));
  }

  /**
   * An editor or a probe says that an {@code UNKNOWN} part is certainly not in the channel: it is
   * {@code PENDING} and its article {@code PUBLISHING} again, in one transaction.
   *
   * @return whether it was {@code UNKNOWN} and its article {@code HELD}; a lost race is no error
   */
  public boolean sendAgain(long deliveryId, String actor, Instant now) {
    return store.write(actor, now, sql -> transitions.sendAgain(sql, deliveryId));
  }

  /** How often the bot itself has sent a part again that was not in the channel. */
  public int sentAgain(Delivery part) {
    long times =
        store.read(
            sql ->
                sql.number(
                    SENT_AGAIN,
                    part.articleId(),
                    ArticleQueue.BOT,
                    part.place().said().toString()));
    return Math.toIntExact(times);
  }

  /** Parts that are {@code SENDING} or {@code UNKNOWN}, oldest first. */
  public List<Delivery> inDoubt() {
    return store.read(sql -> sql.list(IN_DOUBT, Ledger::delivery));
  }

  /** Remembers a message id that was seen in a channel, whoever wrote it. */
  public void saw(String channel, long messageId) {
    if (messageId > highestMessageId(channel)) {
      store.write(sql -> sql.update(Transitions.SAW, channel, messageId));
    }
  }

  /** The same of a message that a person wrote. */
  public void sawOfPerson(String channel, long messageId) {
    saw(channel, messageId);
    if (!isOfPerson(channel, messageId)) {
      store.write(
          sql ->
              sql.update(SAW_OF_PERSON, channel, messageId)
                  + sql.update(FORGET_OLD, channel, messageId));
    }
  }

  /** Whether a person is known to have written a message; of old ones that is forgotten. */
  public boolean isOfPerson(String channel, long messageId) {
    return store.read(sql -> sql.number(OF_PERSON, channel, messageId)) > 0;
  }

  /** The highest message id known in a channel; 0 where none is known. */
  public long highestMessageId(String channel) {
    return store.read(sql -> sql.number(HIGHEST, channel));
  }

  /** Whether a message in a channel is known to be a part of ours. */
  public boolean isRecorded(String channel, long messageId) {
    return store.read(
        sql ->
            sql.first(PART_AT, row -> row.getLong(1), channel, messageId).orElse(0L) >= messageId);
  }

  /** When calls were begun in a channel since then, oldest first; for the flood budget at start. */
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

  /** When the first part of a channel's last post was sent, or may have been. */
  public Optional<Instant> lastBegun(String channel) {
    return store.read(
        sql ->
            sql.first(
                LAST_BEGUN,
                row -> ArticleRows.time(row, "sending_at").orElse(Instant.EPOCH),
                channel));
  }

  /** Published articles, newest first. */
  public List<Headline> latest(int limit) {
    return store.read(sql -> sql.list(LATEST, Ledger::headline, limit));
  }

  static List<Delivery> parts(Sql sql, long articleId) throws SQLException {
    return sql.list(PARTS, Ledger::delivery, articleId);
  }

  static Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(
        row.getLong("id"),
        new Delivery.PartPlace(
            row.getLong("article_id"),
            row.getInt("part"),
            row.getInt("parts"),
            row.getString("channel")),
        new PlannedPart(row.getString("method"), row.getString("payload")),
        new Delivery.Sending(
            DeliveryState.ofCode(row.getString("state")),
            row.getLong("highest_before"),
            Reason.readNullable(row.getString("error")),
            ArticleRows.time(row, "sending_at").orElse(null),
            ArticleRows.time(row, "sent_at").orElse(null)),
        new Delivery.Message(
            number(row, "message_id"),
            number(row, "last_message_id"),
            EditState.ofCode(row.getString("edit_state")),
            row.getBoolean("proven")),
        row.getBoolean("added"));
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
