package kz.zharshy.telegram;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import kz.zharshy.telegram.SlidingWindow.Place;

/**
 * The one budget of everything that is sent, so that Telegram never has to say 429. Who wants to
 * call takes a place first, and gives word when the call has ended, whatever came of it. Safe for
 * use by several threads; nothing here waits.
 *
 * <p>A chat is named as in {@code chat_id}; one chat has to go by one name, as nobody tells here
 * that {@code @name} and an id are the same.
 */
public final class FloodBudget {
  /** How long after its begin a call of an earlier run may have reached Telegram. */
  private static final long EARLIER_CALL = Duration.ofSeconds(2).toNanos();

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int MANY_CHATS = 1000;
  private static final long MILLI = 1_000_000;

  /** Whoever is first in line is about to come. */
  private static final long MOMENT = 5 * MILLI;

  private final FloodLimits limits;
  private final LongSupplier nanos;
  private final long origin;
  private final SlidingWindow total;
  private final Map<Lane, WaitingLine> lines = new EnumMap<>(Lane.class);
  private final Map<ChatKey, ChatPace> chats = new HashMap<>();
  private int sweepAt = MANY_CHATS;

  /**
   * @param nanos a monotonic clock such as {@code System::nanoTime}
   */
  public FloodBudget(FloodLimits limits, LongSupplier nanos) {
    this.limits = limits;
    this.nanos = nanos;
    this.origin = nanos.getAsLong();
    this.total = new SlidingWindow(limits.totalPerSecond(), SECOND);
  }

  /**
   * Takes a place for one call.
   *
   * @return zero if the call may be made now, and {@link #finished} is owed then; else how long to
   *     wait before asking again, and nothing was taken
   */
  public synchronized Duration take(String chat, Lane lane) {
    long now = now();
    ChatPace pace = pace(chat);
    long at = Math.max(pace.free(now), total.free(now, 1, room(lane)));
    WaitingLine line = lines.computeIfAbsent(lane, any -> new WaitingLine());
    ChatKey key = ChatKey.of(chat);
    if (at <= now && !line.isTurn(key, room(lane) - total.used(now), now)) {
      at = now + MOMENT;
    }
    if (at > now) {
      if (pace.free(now) <= now) {
        line.join(key, at);
      }
      return wait(now, at);
    }
    line.leave(key);
    add(pace, new Place(now));
    return Duration.ZERO;
  }

  /** The call for which a place was taken has ended: done, refused, not sent or unknown. */
  public synchronized void finished(String chat) {
    pace(chat).end(now());
  }

  /**
   * Telegram said 429: nothing goes to that chat for so long, and less than usual for ten minutes
   * after. To be called again after a restart with what is left of the wait.
   */
  public synchronized void backOff(String chat, Duration wait) {
    pace(chat).backOff(now(), wait.toNanos());
  }

  /**
   * Counts the calls of an earlier run, before the first of this one.
   *
   * @param ages how long ago they began
   */
  public synchronized void seed(String chat, List<Duration> ages) {
    long now = now();
    for (Duration age : ages) {
      long begun = now - Math.max(0, age.toNanos());
      add(pace(chat), new Place(begun, Math.min(now, begun + EARLIER_CALL)));
    }
  }

  /**
   * How long until a call may go out that has {@code ahead} others of its chat before it, if nobody
   * else joins.
   */
  public synchronized Duration promise(String chat, int ahead) {
    long now = now();
    return wait(now, pace(chat).promise(now, ahead));
  }

  private void add(ChatPace pace, Place place) {
    total.add(place);
    pace.add(place);
  }

  /** Posts may take all of a second; the others leave a little of it to those before them. */
  private int room(Lane lane) {
    int all = limits.totalPerSecond();
    int left =
        switch (lane) {
          case POST -> 0;
          // A window is a little longer than a second: with 28 of 30 digests go at 25 a second.
          case ANSWER -> (all + 29) / 30;
          case DIGEST -> (all + 14) / 15;
        };
    return Math.max(1, all - left);
  }

  private ChatPace pace(String chat) {
    if (chats.size() >= sweepAt) {
      long now = now();
      chats.values().removeIf(pace -> pace.isIdle(now));
      sweepAt = Math.max(MANY_CHATS, 2 * chats.size());
    }
    ChatKey key = ChatKey.of(chat);
    return chats.computeIfAbsent(key, k -> new ChatPace(limits, k.isPerson()));
  }

  private long now() {
    return nanos.getAsLong() - origin;
  }

  /** Rounded up, so that who waits in milliseconds does not ask too early. */
  private static Duration wait(long now, long at) {
    return Duration.ofMillis((at - now + MILLI - 1) / MILLI);
  }
}
