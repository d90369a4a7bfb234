package kz.zharshy.chat;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import kz.zharshy.store.Statistics;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.reactions.MessageReactionCountUpdated;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionCount;

/**
 * Keeps up how many reactions the posts have. In a channel Telegram tells how many there are, some
 * minutes later, and never whose they are (core.telegram.org/bots/api#messagereactioncountupdated).
 */
public final class ReactionCounts implements UpdateListener {
  private final Set<String> channels;
  private final Statistics statistics;

  /** {@code channels}: the names of the bot's channels without {@code @}. */
  public ReactionCounts(Set<String> channels, Statistics statistics) {
    this.channels =
        channels.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    this.statistics = statistics;
  }

  @Override
  public void sees(Update update) {
    MessageReactionCountUpdated counted = update.getMessageReactionCount();
    String channel = counted == null ? null : counted.getChat().getUserName();
    if (counted != null && channel != null && channels.contains(channel.toLowerCase(Locale.ROOT))) {
      long all = counted.getReactions().stream().mapToLong(ReactionCount::getTotalCount).sum();
      statistics.counted(
          channel,
          counted.getMessageId(),
          (int) Math.max(0, Math.min(all, Integer.MAX_VALUE)),
          Instant.ofEpochSecond(counted.getDate()));
    }
  }
}
