package kz.zharshy.ops;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.publish.PublishListener;
import org.jspecify.annotations.Nullable;

/** Tracks what keeps the bot from publishing at the moment. Safe for use by several threads. */
public final class Health implements PublishListener {
  private final Map<String, Reason> channels = new ConcurrentSkipListMap<>();
  private volatile @Nullable Reason telegram;
  private volatile @Nullable Reason database;

  /** What is wrong; empty if all is well. */
  public List<Reason> problems() {
    List<Reason> problems = new ArrayList<>();
    Reason trouble = telegram;
    if (trouble != null) {
      problems.add(Reason.of(ReasonCode.TELEGRAM_TROUBLE, trouble));
    }
    Reason broken = database;
    if (broken != null) {
      problems.add(Reason.of(ReasonCode.DATABASE_TROUBLE, broken));
    }
    channels.forEach(
        (name, reason) -> problems.add(Reason.of(ReasonCode.CHANNEL_TROUBLE, name, reason)));
    return problems;
  }

  @Override
  public void channelPaused(String channel, Reason reason) {
    channels.put(channel, reason);
  }

  @Override
  public void channelResumed(String channel) {
    channels.remove(channel);
  }

  @Override
  public void telegramTrouble(Reason reason, Duration pause) {
    telegram = reason;
  }

  @Override
  public void telegramBack() {
    telegram = null;
  }

  @Override
  public void databaseTrouble(Reason reason) {
    database = reason;
  }

  @Override
  public void databaseBack() {
    database = null;
  }
}
