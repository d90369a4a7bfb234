package kz.zharshy.publish;

import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.store.Delivery;

/** For a bot without a log chat: it has no place where it could look. */
public final class NoProbe implements Probe {
  @Override
  public Verdict look(Delivery part) {
    return new CannotTell(Reason.of(ReasonCode.NO_LOG_CHAT));
  }
}
