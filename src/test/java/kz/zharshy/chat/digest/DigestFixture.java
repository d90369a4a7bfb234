package kz.zharshy.chat.digest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kz.zharshy.publish.MovableTime;
import kz.zharshy.source.body.BodyBlocks;
import kz.zharshy.store.NewQueue;
import kz.zharshy.store.QueueDatabase;
import kz.zharshy.telegram.ApiCall;
import kz.zharshy.telegram.BotApi;
import kz.zharshy.telegram.BotCall;
import kz.zharshy.telegram.FloodBudget;
import kz.zharshy.telegram.FloodLimits;
import kz.zharshy.telegram.Outcome;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Digests on a real database and a clock that is moved, against a Telegram of a few lines: it
 * numbers messages on through all chats, forwards, and dies with the bot where it is told to.
 */
final class DigestFixture implements AutoCloseable, BotApi {
  static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
  static final Instant BEGIN = Instant.parse("2026-11-22T10:00:00Z");
  private static final long LOG_CHAT = -1_001_234_567_890L;

  /** The bot's process is killed. */
  static final class Killed extends Error {}

  /** A message that arrived. */
  record Arrived(long chat, String text, Instant at) {}

  final MovableTime time = new MovableTime();
  final List<Arrived> arrived = new ArrayList<>();
  final Set<Long> blocked = new HashSet<>();

  /** After so many messages the bot is killed: before the message arrives, or after. */
  int killBefore = Integer.MAX_VALUE;

  int killAfter = Integer.MAX_VALUE;

  private final Path file;
  QueueDatabase database;
  FloodBudget budget;
  private LetterSender sender;

  DigestFixture(Path folder) {
    file = folder.resolve("letters.db");
    open();
  }

  private void open() {
    database = NewQueue.in(file);
    budget = new FloodBudget(FloodLimits.TELEGRAMS, time::nanos);
    DigestWriter writer =
        new DigestWriter(
            database.archive(), database.outbox(), new BodyBlocks(), "herald_bot", ALMATY, time);
    sender = new LetterSender(database, this, budget, writer, Runnable::run, time::nanos, LOG_CHAT);
  }

  /** So many readers, who all want a daily digest at the same time. */
  void subscribeAll(int readers, Instant due) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        PreparedStatement statement =
            connection.prepareStatement(
                "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers"
                    + " WHERE n < ?) INSERT INTO reader (user_id, language, digest, digest_hour,"
                    + " digest_at, since) SELECT n, 'ru', 'daily', 17, ?, ? FROM numbers")) {
      statement.setInt(1, readers);
      statement.setString(2, due.toString());
      statement.setString(3, BEGIN.toString());
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Goes on as long as there is something to do within this time; begins anew when killed. */
  void run(Duration length) {
    Instant end = time.instant().plus(length);
    while (time.instant().isBefore(end)) {
      try {
        time.pass(sender.step());
      } catch (Killed e) {
        database.close();
        open();
      }
    }
  }

  @Override
  public Outcome<List<Message>> send(BotCall call) {
    long chat = call.params().get("chat_id").longValue();
    if (blocked.contains(chat)) {
      return new Outcome.Refused<>(403, "Forbidden: bot was blocked by the user", null, null);
    }
    if (arrived.size() == killBefore) {
      killBefore = Integer.MAX_VALUE;
      throw new Killed();
    }
    arrived.add(new Arrived(chat, call.params().get("text").textValue(), time.instant()));
    if (arrived.size() == killAfter) {
      killAfter = Integer.MAX_VALUE;
      throw new Killed();
    }
    return new Outcome.Done<>(List.of(message(arrived.size())));
  }

  @Override
  @SuppressWarnings("unchecked") // The type of a call's result follows from the call.
  public <T extends Serializable> Outcome<T> call(ApiCall<T> call) {
    if (!call.getMethod().equals("forwardMessage")) {
      return (Outcome<T>) new Outcome.Done<>(Boolean.TRUE);
    }
    JsonNode forward = new ObjectMapper().valueToTree(call);
    int id = forward.path("message_id").asInt();
    boolean there =
        id <= arrived.size() && forward.path("from_chat_id").asLong() == arrived.get(id - 1).chat();
    return there
        ? (Outcome<T>) new Outcome.Done<>(message(id))
        : new Outcome.Refused<>(400, "Bad Request: message to forward not found", null, null);
  }

  private Message message(int id) {
    Message message = new Message();
    message.setMessageId(id);
    message.setText(arrived.get(id - 1).text());
    return message;
  }

  @Override
  public Outcome<byte[]> download(String fileId, long maxBytes) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    database.close();
  }
}
