package kz.zharshy.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import kz.zharshy.health.Health;
import kz.zharshy.health.WatchedPool;
import kz.zharshy.store.UpdateInbox;
import kz.zharshy.store.UpdateInbox.StoredUpdate;
import kz.zharshy.telegram.BotApi;
import kz.zharshy.telegram.FloodBudget;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Takes updates out of the inbox one by one and hands each to its conversation. An update is done
 * when its answer has left: whatever a crash interrupts is taken up again by the next run.
 *
 * <p>{@link #step} is for one thread, the rest for any.
 */
public final class UpdateDispatcher implements AutoCloseable {
  private static final Duration UNTIL_WOKEN = Duration.ofMinutes(1);

  /** Downloads and slow answers take a thread each; everything else takes milliseconds. */
  private static final int THREADS = 4;

  /** A few more, so that no thread waits for work; who comes with priority waits for no more. */
  private static final int MOST_RUNNING = 2 * THREADS;

  /** So many may wait for their flood limits; the others wait in the database for their turn. */
  private static final int MOST_IN_HAND = 300;

  private final UpdateInbox inbox;
  private final UpdateHandler handler;
  private final AnswerSender sender;
  private final Clock clock;
  private final ObjectMapper json =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private final WatchedPool threads;
  private final ChatQueues conversations;
  private volatile Runnable wake = () -> {};

  /** A desk, to be closed. */
  public UpdateDispatcher(
      UpdateInbox inbox,
      UpdateRouter handler,
      BotApi api,
      FloodBudget budget,
      Health health,
      Clock clock) {
    this.inbox = inbox;
    this.handler = handler;
    this.sender = new AnswerSender(api, budget);
    this.clock = clock;
    this.threads = new WatchedPool(health, "updates", THREADS);
    this.conversations = new ChatQueues(threads, () -> wake.run());
  }

  /** Says whom to wake when there may be more to do before the wait of {@link #step} is over. */
  public void whenThereIsMore(Runnable listener) {
    wake = listener;
  }

  /**
   * Takes up one update.
   *
   * @return how long there will be nothing to do, unless something wakes the caller
   * @throws kz.zharshy.store.StoreException if the database cannot be read now
   */
  public Duration step() {
    Set<Long> inHand = conversations.inHand();
    if (inHand.size() >= MOST_IN_HAND || conversations.running() >= MOST_RUNNING) {
      return UNTIL_WOKEN;
    }
    Optional<StoredUpdate> next = inbox.next(inHand);
    next.ifPresent(this::take);
    return next.isPresent() ? Duration.ZERO : UNTIL_WOKEN;
  }

  private void take(StoredUpdate stored) {
    Update update;
    try {
      update = json.readValue(stored.json(), Update.class);
    } catch (JsonProcessingException e) {
      // The parser's words may quote what a reader wrote; its kind of complaint is enough.
      String fault = "It cannot be read: " + e.getClass().getSimpleName();
      UpdateTask.setBack(stored, fault, inbox, clock);
      return;
    }
    conversations.add(new UpdateTask(stored, update, handler, sender, inbox, clock));
  }

  /** Takes up nothing more and begins no further answer. Returns at once. */
  public void stop() {
    threads.shutdown();
  }

  /**
   * Waits for what is under way to end, after {@link #stop}.
   *
   * @return whether it has ended
   */
  public boolean join(Duration limit) throws InterruptedException {
    return threads.awaitTermination(limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** The same as {@link #stop}, and cuts short the waits of what is under way. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
