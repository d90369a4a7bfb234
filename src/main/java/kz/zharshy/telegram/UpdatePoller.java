package kz.zharshy.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import kz.zharshy.article.ReasonText;
import kz.zharshy.health.Heartbeat;
import kz.zharshy.telegram.PollListener.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * Asks for updates, stores them, and only then asks for those behind them, which is how Telegram
 * learns that they arrived. Runs on one thread until {@link #stop}, which any thread may call.
 *
 * <p>Updates go on unread: one that our model does not understand is stored like the others and
 * holds up nothing.
 */
public final class UpdatePoller implements Runnable {
  /**
   * How long nothing is asked after something went wrong.
   *
   * @param conflict while another copy asks; short, as it may be gone any moment
   * @param refusedToken while Telegram does not know the token
   * @param first after a failure; doubled each time after
   * @param longest but no longer than this
   */
  record Pauses(Duration conflict, Duration refusedToken, Duration first, Duration longest) {
    static final Pauses USUAL =
        new Pauses(
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30));
  }

  /** For a server that answers at once although it has nothing new. */
  private static final Duration IDLE_PAUSE = Duration.ofMillis(250);

  private static final Duration NOT_OUR_TURN = Duration.ofSeconds(1);

  private static final long NO_NUMBER = -1;
  private static final int SHOWN = 200;

  private final TelegramBotsApi api;
  private final List<String> allowedUpdates;
  private final BooleanSupplier turn;
  private final UpdateSink sink;
  private final PollListener listener;
  private final LongSupplier nanos;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Pauses pauses;
  private Duration pause;
  private @Nullable Trouble trouble;
  private @Nullable String lastUnreadable;

  /**
   * @param allowedUpdates all kinds of update that are wanted; Telegram remembers the last list
   * @param turn whether to ask now; two that ask take the updates from each other
   * @param nanos a monotonic clock such as {@code System::nanoTime}
   */
  public UpdatePoller(
      TelegramBotsApi api,
      List<String> allowedUpdates,
      BooleanSupplier turn,
      UpdateSink sink,
      PollListener listener,
      LongSupplier nanos) {
    this(api, allowedUpdates, turn, sink, listener, nanos, Pauses.USUAL);
  }

  UpdatePoller(
      TelegramBotsApi api,
      List<String> allowedUpdates,
      BooleanSupplier turn,
      UpdateSink sink,
      PollListener listener,
      LongSupplier nanos,
      Pauses pauses) {
    this.api = api;
    this.allowedUpdates = List.copyOf(allowedUpdates);
    this.turn = turn;
    this.sink = sink;
    this.listener = listener;
    this.nanos = nanos;
    this.pauses = pauses;
    this.pause = pauses.first();
  }

  /** Returns after {@link #stop} or an interrupt; what was received by then is stored. */
  @Override
  public void run() {
    try {
      Duration wait = Duration.ZERO;
      while (!isStoppedAfter(wait)) {
        wait = step();
      }
    } catch (InterruptedException e) {
      stop();
      Thread.currentThread().interrupt();
    }
  }

  private boolean isStoppedAfter(Duration wait) throws InterruptedException {
    return Heartbeat.within(
        "a pause",
        wait.plus(pauses.longest()),
        () -> stopped.await(wait.toNanos(), TimeUnit.NANOSECONDS));
  }

  /** Ends the loop and the wait for Telegram; does not wait for the loop's end. */
  public void stop() {
    stopped.countDown();
    api.endPolling();
  }

  /** Asks once; gives how long to wait before the next time. */
  private Duration step() {
    try {
      if (!turn.getAsBoolean()) {
        return NOT_OUR_TURN;
      }
      long begun = nanos.getAsLong();
      long offset = sink.nextOffset();
      // After trouble one wants to know soon that it is over.
      Outcome<ReceivedUpdate[]> outcome =
          api.updates(offset, allowedUpdates, trouble == null, UpdatePoller::read);
      boolean ending = stopped.getCount() == 0 || Thread.currentThread().isInterrupted();
      if (ending && !(outcome instanceof Outcome.Done)) {
        return Duration.ZERO;
      }
      return outcome instanceof Outcome.Done<ReceivedUpdate[]> done
          ? store(List.of(done.result()), offset, begun)
          : failed(outcome);
    } catch (RuntimeException e) {
      return longerPause(Trouble.NOT_STORED, String.valueOf(e.getMessage()));
    }
  }

  private Duration store(List<ReceivedUpdate> received, long offset, long begun) {
    List<ReceivedUpdate> updates = received.stream().filter(one -> one.id() != NO_NUMBER).toList();
    if (!updates.isEmpty()) {
      sink.store(updates);
    }
    received.stream()
        .filter(one -> one.id() == NO_NUMBER)
        .forEach(one -> tellUnreadable(one.json()));
    if (trouble != null) {
      listener.recovered(trouble);
      trouble = null;
    }
    listener.answered();
    pause = pauses.first();
    boolean news = updates.stream().anyMatch(update -> update.id() >= offset);
    boolean quick = nanos.getAsLong() - begun < IDLE_PAUSE.toNanos();
    return !news && quick ? IDLE_PAUSE : Duration.ZERO;
  }

  private Duration failed(Outcome<?> outcome) {
    if (outcome instanceof Outcome.Refused<?> refused) {
      return refused(refused);
    }
    String reason =
        outcome instanceof Outcome.NotSent<?> notSent
            ? ReasonText.forLog(notSent.reason())
            : ReasonText.forLog(((Outcome.Unknown<?>) outcome).reason());
    return longerPause(Trouble.UNREACHABLE, reason);
  }

  private Duration refused(Outcome.Refused<?> refused) {
    String reason = refused.code() + " " + refused.description();
    return switch (refused.code()) {
      case 401, 404 -> {
        tell(Trouble.TOKEN_REFUSED, reason);
        yield pauses.refusedToken();
      }
      case 409 -> {
        tell(Trouble.CONFLICT, reason);
        listener.conflict();
        yield pauses.conflict();
      }
      case 429 -> {
        tell(Trouble.FLOOD, reason);
        yield refused.retryAfter() == null ? pauses.conflict() : refused.retryAfter();
      }
      default -> longerPause(Trouble.UNREACHABLE, reason);
    };
  }

  private Duration longerPause(Trouble kind, String reason) {
    tell(kind, reason);
    Duration now = pause;
    Duration doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(pauses.longest()) > 0 ? pauses.longest() : doubled;
    return now;
  }

  private void tell(Trouble kind, String reason) {
    if (trouble != kind) {
      trouble = kind;
      listener.trouble(kind, reason);
    }
  }

  private void tellUnreadable(String json) {
    String shown = json.substring(0, Math.min(SHOWN, json.length()));
    if (!shown.equals(lastUnreadable)) {
      lastUnreadable = shown;
      listener.unreadable(shown);
    }
  }

  private static ReceivedUpdate[] read(JsonNode result) {
    if (!result.isArray()) {
      throw new IllegalArgumentException("updates that are no list");
    }
    List<ReceivedUpdate> updates = new ArrayList<>();
    for (JsonNode update : result) {
      JsonNode id = update.path("update_id");
      updates.add(
          new ReceivedUpdate(
              id.isIntegralNumber() ? id.longValue() : NO_NUMBER, update.toString()));
    }
    return updates.toArray(ReceivedUpdate[]::new);
  }
}
