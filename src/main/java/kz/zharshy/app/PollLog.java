package kz.zharshy.app;

import kz.zharshy.publish.PublishListener;
import kz.zharshy.store.Lease;
import kz.zharshy.telegram.PollListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes into the log how the receiving of updates goes; the poller's thread owns it. */
final class PollLog implements PollListener {
  private static final Logger log = LoggerFactory.getLogger(PollLog.class);

  private final PublishListener listener;
  private final Lease.Holder self;
  private boolean toldOfRival;

  /**
   * @param listener hears of a rival, once
   * @param self this copy of the bot
   */
  PollLog(PublishListener listener, Lease.Holder self) {
    this.listener = listener;
    this.self = self;
  }

  @Override
  public void trouble(Trouble trouble, String reason) {
    log.warn("{} Telegram says: {}", words(trouble), reason);
    // Two that ask in turn cut each other off again and again.
    if (trouble == Trouble.CONFLICT && !toldOfRival) {
      toldOfRival = true;
      listener.rival(self);
    }
  }

  @Override
  public void recovered(Trouble trouble) {
    log.info("Readers' messages are received again.");
  }

  @Override
  public void unreadable(String json) {
    log.warn("Telegram sent an update without a number; it was passed over.");
  }

  private static String words(Trouble trouble) {
    return switch (trouble) {
      case CONFLICT ->
          "Another program with the same token receives the readers' messages. Stop one of them.";
      case TOKEN_REFUSED -> "The token is refused. Copy it again from @BotFather.";
      case FLOOD -> "Fewer calls are wanted for a while.";
      case UNREACHABLE -> "Readers' messages cannot be received now; this is tried again.";
      case NOT_STORED -> "Readers' messages cannot be stored, and so stay with Telegram.";
    };
  }
}
