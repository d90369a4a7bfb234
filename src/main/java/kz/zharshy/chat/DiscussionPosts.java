package kz.zharshy.chat;

import kz.zharshy.publish.DoubtSettler;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.messageorigin.MessageOriginChannel;

/**
 * Sees each post arrive in the channel's discussion group, where Telegram forwards it by itself
 * ({@code is_automatic_forward}, core.telegram.org/bots/api#message): it is in the channel, then.
 */
public final class DiscussionPosts implements UpdateListener {
  private final DoubtSettler settler;

  public DiscussionPosts(DoubtSettler settler) {
    this.settler = settler;
  }

  @Override
  public void sees(Update update) {
    Message message = update.getMessage();
    if (message != null
        && Boolean.TRUE.equals(message.getIsAutomaticForward())
        && message.getForwardOrigin() instanceof MessageOriginChannel origin
        && origin.getChat().getUserName() != null) {
      settler.appeared(origin.getChat().getUserName(), origin.getMessageId(), message);
    }
  }
}
