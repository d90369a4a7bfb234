package kz.zharshy.sandbox.world;

/**
 * How many messages Telegram accepts before it answers 429.
 *
 * @param channelPerMinute in one channel or group, in any 60 seconds
 * @param chatPerSecond in one private chat on average; short bursts pass
 * @param totalPerSecond over all chats, in any second
 */
public record FloodLimits(int channelPerMinute, int chatPerSecond, int totalPerSecond) {
  /** Telegram's published figures; those of groups stand for channels, where none is published. */
  public static final FloodLimits TELEGRAM = new FloodLimits(20, 1, 30);

  public FloodLimits {
    if (channelPerMinute < 1 || chatPerSecond < 1 || totalPerSecond < 1) {
      throw new IllegalArgumentException("a flood limit is at least 1");
    }
  }
}
