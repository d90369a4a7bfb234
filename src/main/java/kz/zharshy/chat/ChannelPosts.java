package kz.zharshy.chat;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import kz.zharshy.store.Ledger;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Keeps up what is known of the channels: a person's post takes a message id, too. */
public final class ChannelPosts implements UpdateListener {
  private final Set<String> channels;
  private final Ledger ledger;

  /** {@code channels}: the names of the bot's channels without {@code @}. */
  public ChannelPosts(Set<String> channels, Ledger ledger) {
    this.channels =
        channels.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    this.ledger = ledger;
  }

  @Override
  public void sees(Update update) {
    Message post = update.getChannelPost();
    String channel = post == null ? null : post.getChat().getUserName();
    if (post != null && channel != null && channels.contains(channel.toLowerCase(Locale.ROOT))) {
      ledger.sawOfPerson(channel, post.getMessageId());
    }
  }
}
