package kz.zharshy.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.store.FloodWaits;
import kz.zharshy.telegram.FloodBudget;
import kz.zharshy.telegram.Lane;

/**
 * Whether calls may be made for a channel just now, and what a call's end says about the next one.
 * One thread owns it.
 */
final class ChannelGate {
  private static final int ROUNDS = 3;

  private final Channel channel;
  private final FloodWaits waits;
  private final FloodBudget budget;
  private final TelegramHealth health;
  private final PublishListener listener;
  private final Clock clock;
  private final Backoff closed;
  private int floods;

  ChannelGate(Channel channel, PublishContext context) {
    this.channel = channel;
    this.waits = context.stores().waits();
    this.budget = context.budget();
    this.health = context.health();
    this.listener = context.listener();
    this.clock = context.clock();
    this.closed =
        new Backoff(context.time().nanos(), Duration.ofSeconds(15), Duration.ofMinutes(2));
  }

  /** How long nothing may be called. */
  Duration pause() {
    Duration trouble = health.pause();
    Duration refused = closed.remaining();
    return trouble.compareTo(refused) > 0 ? trouble : refused;
  }

  /** Takes a place in the flood budget, or says how long there is none. */
  Duration take() {
    return budget.take(channel.chatId(), Lane.POST);
  }

  /** The call for which a place was taken has ended. */
  void finished() {
    budget.finished(channel.chatId());
  }

  void succeeded() {
    floods = 0;
    if (closed.succeeded()) {
      listener.channelResumed(channel.name());
    }
  }

  /** A call did not reach Telegram, or its answer did not reach us. */
  void failed(Reason reason) {
    health.failed(reason);
  }

  void flooded(Duration wait) {
    Instant now = clock.instant();
    waits.note(channel.chatId(), now.plus(wait), now);
    budget.backOff(channel.chatId(), wait);
    if (++floods == ROUNDS) {
      listener.repeated(Reason.of(ReasonCode.FLOOD_REPEATED, channel.name()));
    }
  }

  void botRefused(Reason reason) {
    health.unauthorized(reason);
  }

  void channelRefused(Reason reason) {
    boolean known = closed.failing();
    closed.failed();
    if (!known) {
      listener.channelPaused(channel.name(), reason);
    }
  }
}
