package kz.zharshy.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import kz.zharshy.telegram.FloodBudget;
import org.jspecify.annotations.Nullable;

/**
 * Tells once when the last article of a long queue goes out, as the flood limits let them out one
 * by one. The thread of the channel's publisher owns it.
 */
final class Backlog {
  private static final int LONG = 20;
  private static final int SHORT = 5;

  /** Whoever fills the queue needs a moment for it. */
  private static final Duration FILLING = Duration.ofSeconds(10);

  private final Channel channel;
  private final OverdueGuard queue;
  private final FloodBudget budget;
  private final PublishListener listener;
  private final Clock clock;
  private @Nullable Instant since;
  private boolean told;

  Backlog(Channel channel, PublishContext context) {
    this.channel = channel;
    this.queue = context.overdue();
    this.budget = context.budget();
    this.listener = context.listener();
    this.clock = context.clock();
  }

  void look() {
    Instant now = clock.instant();
    int waiting = queue.due(channel.name());
    if (waiting <= SHORT) {
      since = null;
      told = false;
    } else if (waiting >= LONG && !told) {
      since = since == null ? now : since;
      if (!now.isBefore(since.plus(FILLING))) {
        told = true;
        Duration left = budget.promise(channel.chatId(), waiting - 1);
        listener.backlog(channel.name(), waiting, now.plus(left));
      }
    }
  }
}
