package kz.zharshy.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kz.zharshy.config.Settings;
import kz.zharshy.publish.Channel;
import kz.zharshy.store.QueueDatabase;
import kz.zharshy.telegram.FloodBudget;
import kz.zharshy.telegram.FloodLimits;

/** Makes the flood budget of a run. */
final class FloodBudgets {
  private FloodBudgets() {}

  /** What was sent just before a restart still counts, and so does what Telegram asked for. */
  static FloodBudget of(
      Settings settings, List<Channel> channels, QueueDatabase database, Clock clock) {
    Settings.Limits limits = settings.limits();
    FloodBudget budget =
        new FloodBudget(
            new FloodLimits(
                limits.channelPerMinute(), limits.chatPerSecond(), limits.totalPerSecond()),
            System::nanoTime);
    Instant now = clock.instant();
    for (Channel channel : channels) {
      List<Duration> ages =
          database.ledger().begunSince(channel.name(), now.minus(Duration.ofMinutes(1))).stream()
              .map(begun -> Duration.between(begun, now))
              .filter(age -> !age.isNegative())
              .toList();
      budget.seed(channel.chatId(), ages);
    }
    database
        .floodWaits()
        .open(now)
        .forEach((chat, until) -> budget.backOff(chat, Duration.between(now, until)));
    return budget;
  }
}
