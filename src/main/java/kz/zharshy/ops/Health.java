package kz.zharshy.ops;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import kz.zharshy.publish.PublishListener;
import org.jspecify.annotations.Nullable;

/** Tracks what keeps the bot from publishing at the moment. Safe for use by several threads. */
public final class Health implements PublishListener {
  private final Map<String, String> channels = new ConcurrentSkipListMap<>();
  private volatile @Nullable String telegram;
  private volatile @Nullable String database;

  /** Sentences that say what is wrong; empty if all is well. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    String trouble = telegram;
    if (trouble != null) {
      problems.add("Telegram: " + trouble);
    }
    String broken = database;
    if (broken != null) {
      problems.add("Database: " + broken);
    }
    channels.forEach((name, reason) -> problems.add("@" + name + ": " + reason));
    return problems;
  }

  @Override
  public void channelPaused(String channel, String reason) {
    channels.put(channel, reason);
  }

  @Override
  public void channelResumed(String channel) {
    channels.remove(channel);
  }

  @Override
  public void telegramTrouble(String reason, Duration pause) {
    telegram = reason;
  }

  @Override
  public void telegramBack() {
    telegram = null;
  }

  @Override
  public void databaseTrouble(String reason) {
    database = reason;
  }

  @Override
  public void databaseBack() {
    database = null;
  }
}
