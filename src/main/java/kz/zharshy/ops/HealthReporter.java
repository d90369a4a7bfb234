package kz.zharshy.ops;

import java.time.Duration;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.health.Health;
import kz.zharshy.publish.PublishListener;
import kz.zharshy.store.Lease.Holder;
import org.jspecify.annotations.Nullable;

/** Tells {@link Health} what keeps the posts from going out. Safe for use by several threads. */
public final class HealthReporter implements PublishListener {
  private static final String TELEGRAM = "telegram";
  private static final String COPY = "copy";
  private static final String DATABASE = "database";

  private final Health health;

  public HealthReporter(Health health) {
    this.health = health;
  }

  @Override
  public void channelPaused(String channel, Reason reason) {
    health.trouble("@" + channel, Reason.of(ReasonCode.CHANNEL_TROUBLE, channel, reason));
  }

  @Override
  public void channelResumed(String channel) {
    health.well("@" + channel);
  }

  @Override
  public void telegramTrouble(Reason reason, Duration pause) {
    health.trouble(TELEGRAM, Reason.of(ReasonCode.TELEGRAM_TROUBLE, reason));
  }

  @Override
  public void telegramBack() {
    health.well(TELEGRAM);
  }

  @Override
  public void foreignCopy(String question, @Nullable String webhook, Holder self) {
    health.trouble(
        COPY,
        webhook == null
            ? Reason.of(ReasonCode.FOREIGN_COPY)
            : Reason.of(ReasonCode.FOREIGN_WEBHOOK, webhook));
  }

  @Override
  public void foreignCopyChosen(boolean here) {
    health.well(COPY);
  }

  @Override
  public void foreignCopyGone() {
    health.well(COPY);
  }

  @Override
  public void databaseTrouble(Reason reason) {
    health.trouble(DATABASE, Reason.of(ReasonCode.DATABASE_TROUBLE, reason));
  }

  @Override
  public void databaseBack() {
    health.well(DATABASE);
  }
}
