package kz.zharshy.telegram;

/**
 * How much Telegram takes before it says 429.
 *
 * @param channelPerMinute in one channel or group
 * @param chatPerSecond in one chat of any kind
 * @param totalPerSecond over all chats
 */
public record FloodLimits(int channelPerMinute, int chatPerSecond, int totalPerSecond) {
  /**
   * What https://core.telegram.org/bots/faq names. For channels nothing is published; the figure is
   * the groups'.
   */
  public static final FloodLimits TELEGRAMS = new FloodLimits(20, 1, 30);

  public FloodLimits {
    if (channelPerMinute < 1 || chatPerSecond < 1 || totalPerSecond < 1) {
      throw new IllegalArgumentException("A limit of calls is below 1, so nothing could go out.");
    }
  }
}
