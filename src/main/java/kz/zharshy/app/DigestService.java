package kz.zharshy.app;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import kz.zharshy.chat.digest.DigestWriter;
import kz.zharshy.chat.digest.LetterSender;
import kz.zharshy.config.Settings;
import kz.zharshy.health.WatchedPool;
import kz.zharshy.source.body.BodyBlocks;
import kz.zharshy.store.QueueDatabase;
import kz.zharshy.telegram.ApiCalls;
import kz.zharshy.telegram.Outcome;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.User;

/** Sends digests, and what readers follow, once Telegram has said what the bot is called. */
final class DigestService implements Service {
  private static final Duration UNTIL_TELEGRAM_ANSWERS = Duration.ofSeconds(15);

  /** At 25 letters a second a call may take a third of one. */
  private static final int THREADS = 8;

  private final Composition parts;
  private final Running running;
  private final ServiceLoop loop;
  private final WatchedPool calls;
  private @Nullable LetterSender sender;

  DigestService(Composition parts, Running running, Publishing publishing) {
    this.loop = new ServiceLoop(running.health(), "digests", publishing.whileItMayBe(this::step));
    this.calls = new WatchedPool(running.health(), "letters", THREADS);
    this.parts = parts;
    this.running = running;
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
    long deadline = System.nanoTime() + limit.toNanos();
    boolean ended = loop.join(limit);
    return calls.awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS) && ended;
  }

  @Override
  public void interrupt() {
    loop.interrupt();
    calls.shutdownNow();
  }

  @Override
  public String toString() {
    return "digests";
  }

  private Duration step() {
    LetterSender open = sender;
    if (open == null) {
      if (!(running.api().call(ApiCalls.self()) instanceof Outcome.Done<User> me)) {
        return UNTIL_TELEGRAM_ANSWERS;
      }
      open = sender(String.valueOf(me.result().getUserName()));
      sender = open;
    }
    return open.step();
  }

  private LetterSender sender(String botName) {
    QueueDatabase database = running.database();
    Settings settings = parts.settings();
    DigestWriter writer =
        new DigestWriter(
            database.archive(),
            database.outbox(),
            new BodyBlocks(),
            botName,
            settings.timeZone(),
            parts.clock());
    return new LetterSender(
        database,
        running.api(),
        running.budget(),
        writer,
        calls,
        System::nanoTime,
        settings.bot().logChat());
  }
}
