package kz.zharshy.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import kz.zharshy.chat.digest.DigestWriter;
import kz.zharshy.chat.digest.LetterSender;
import kz.zharshy.source.BodyBlocks;
import kz.zharshy.store.QueueDatabase;
import kz.zharshy.telegram.BotApi;
import kz.zharshy.telegram.FloodBudget;
import kz.zharshy.telegram.Outcome;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.objects.User;

/** Sends digests, and what readers follow, once Telegram has said what the bot is called. */
final class Digests implements Service {
  private static final Duration UNTIL_TELEGRAM_ANSWERS = Duration.ofSeconds(15);

  /** At 25 letters a second a call may take a third of one. */
  private static final int THREADS = 8;

  private final QueueDatabase database;
  private final BotApi api;
  private final FloodBudget budget;
  private final @Nullable Long logChat;
  private final ZoneId zone;
  private final Clock clock;
  private final Loop loop;
  private final ExecutorService calls =
      Executors.newFixedThreadPool(
          THREADS,
          work -> {
            Thread thread = new Thread(work, "zharshy-letter");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable LetterSender sender;

  /**
   * @param logChat where letters in doubt are looked for; null where there is none
   * @param zone of readers who named none
   */
  Digests(
      QueueDatabase database,
      BotApi api,
      FloodBudget budget,
      @Nullable Long logChat,
      ZoneId zone,
      Leadership leadership,
      Clock clock) {
    this.loop = new Loop("digests", leadership.onlyWhileLeading(this::step));
    this.database = database;
    this.api = api;
    this.budget = budget;
    this.logChat = logChat;
    this.zone = zone;
    this.clock = clock;
  }

  /** There may be something new. */
  void wake() {
    loop.wake();
  }

  @Override
  public void start() {
    loop.start();
  }

  @Override
  public void stop() {
    loop.stop();
    calls.shutdown();
  }

  @Override
  public boolean join(Duration limit) throws InterruptedException {
    boolean ended = loop.join(limit);
    return calls.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS) && ended;
  }

  @Override
  public String toString() {
    return "digests";
  }

  private Duration step() {
    LetterSender open = sender;
    if (open == null) {
      if (!(api.call(new GetMe()) instanceof Outcome.Done<User> me)) {
        return UNTIL_TELEGRAM_ANSWERS;
      }
      open = sender(String.valueOf(me.result().getUserName()));
      sender = open;
    }
    return open.step();
  }

  private LetterSender sender(String botName) {
    DigestWriter writer =
        new DigestWriter(
            database.archive(), database.outbox(), new BodyBlocks(), botName, zone, clock);
    return new LetterSender(
        database.outbox(),
        database.readers(),
        api,
        budget,
        writer,
        calls,
        System::nanoTime,
        logChat);
  }
}
