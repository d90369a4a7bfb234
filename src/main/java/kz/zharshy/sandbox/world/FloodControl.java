package kz.zharshy.sandbox.world;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Telegram's flood control: sliding windows, so that no minute of a channel has more messages than
 * it may. Guarded by the world's lock.
 */
final class FloodControl {
  /** Telegram does not say how long a short burst in one chat may be; this is our guess. */
  private static final int BURST_SECONDS = 10;

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final FloodLimits limits;
  private final LongSupplier nanoTime;
  private final Deque<Long> everywhere = new ArrayDeque<>();
  private final Map<Long, Deque<Long>> perChat = new HashMap<>();

  FloodControl(FloodLimits limits, LongSupplier nanoTime) {
    this.limits = limits;
    this.nanoTime = nanoTime;
  }

  /**
   * Takes {@code messages} out of the budgets of a chat and of the whole bot, or none of them.
   *
   * @return 0 if they were taken, else after how many seconds they would be
   */
  int take(Chat chat, int messages) {
    long now = nanoTime.getAsLong();
    Deque<Long> here = perChat.computeIfAbsent(chat.id(), id -> new ArrayDeque<>());
    long wait =
        Math.max(
            wait(here, messages, most(chat), window(chat), now),
            wait(everywhere, messages, limits.totalPerSecond(), SECOND, now));
    if (wait > 0) {
      return (int) Math.max(1, (wait + SECOND - 1) / SECOND);
    }
    for (int i = 0; i < messages; i++) {
      here.addLast(now);
      everywhere.addLast(now);
    }
    return 0;
  }

  /** How many messages the chat would take at this moment. */
  int left(Chat chat) {
    Deque<Long> here = perChat.getOrDefault(chat.id(), new ArrayDeque<>());
    forget(here, window(chat), nanoTime.getAsLong());
    return most(chat) - here.size();
  }

  private int most(Chat chat) {
    return chat.isPrivate() ? limits.chatPerSecond() * BURST_SECONDS : limits.channelPerMinute();
  }

  private static long window(Chat chat) {
    return SECOND * (chat.isPrivate() ? BURST_SECONDS : 60);
  }

  private static long wait(Deque<Long> sent, int messages, int most, long window, long now) {
    forget(sent, window, now);
    // An album larger than a whole window is let through once the window is empty.
    int mustLeave = Math.min(sent.size(), sent.size() + messages - most);
    long wait = 0;
    for (Long at : sent) {
      if (mustLeave-- <= 0) {
        break;
      }
      wait = at + window - now;
    }
    return wait;
  }

  private static void forget(Deque<Long> sent, long window, long now) {
    while (!sent.isEmpty() && now - sent.getFirst() >= window) {
      sent.removeFirst();
    }
  }
}
