package kz.zharshy.app;

import java.time.Duration;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.article.ReasonText;
import kz.zharshy.health.Health;
import kz.zharshy.publish.ForeignCopy;
import kz.zharshy.publish.PublishListener;
import kz.zharshy.store.Lease;
import kz.zharshy.telegram.PollListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells log and health how the receiving of updates goes; the poller's thread owns it. */
final class PollLog implements PollListener {
  private static final Logger log = LoggerFactory.getLogger(PollLog.class);
  private static final String ABOUT = "polling";

  /** One call that goes wrong is nobody's worry. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final PublishListener listener;
  private final Lease.Holder self;
  private final Health health;
  private final ForeignCopy foreign;
  private boolean toldOfRival;

  /**
   * @param listener hears of a rival, once
   * @param self this copy of the bot
   */
  PollLog(PublishListener listener, Lease.Holder self, Health health, ForeignCopy foreign) {
    this.foreign = foreign;
    this.listener = listener;
    this.self = self;
    this.health = health;
  }

  @Override
  public void trouble(Trouble trouble, String reason) {
    Reason told = Reason.of(code(trouble), reason);
    log.warn("{}", ReasonText.forLog(told));
    health.trouble(ABOUT, told, PATIENCE);
    // Two that ask in turn cut each other off again and again.
    if (trouble == Trouble.CONFLICT && !toldOfRival) {
      toldOfRival = true;
      listener.rival(self);
    }
  }

  @Override
  public void conflict() {
    foreign.refused();
  }

  @Override
  public void answered() {
    foreign.answered();
  }

  @Override
  public void recovered(Trouble trouble) {
    health.well(ABOUT);
    log.info("Readers' messages are received again.");
  }

  @Override
  public void unreadable(String json) {
    log.warn("Telegram sent an update without a number; it was passed over.");
  }

  private static ReasonCode code(Trouble trouble) {
    return switch (trouble) {
      case CONFLICT -> ReasonCode.POLL_CONFLICT;
      case TOKEN_REFUSED -> ReasonCode.POLL_TOKEN_REFUSED;
      case FLOOD -> ReasonCode.POLL_FLOOD;
      case UNREACHABLE -> ReasonCode.POLL_UNREACHABLE;
      case NOT_STORED -> ReasonCode.POLL_NOT_STORED;
    };
  }
}
