package kz.zharshy.publish;

import kz.zharshy.store.Delivery;

/** For a bot without a log chat: it has no place where it could look. */
public final class NoProbe implements Probe {
  @Override
  public Verdict look(Delivery part) {
    return new CannotTell("There is no log chat (bot.log-chat) in which the bot could look.");
  }
}
