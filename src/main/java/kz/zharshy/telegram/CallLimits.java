package kz.zharshy.telegram;

import java.time.Duration;

/**
 * How long a call of the Bot API may take before its outcome counts as unknown.
 *
 * @param connect until a connection stands
 * @param silence the longest pause while reading or writing
 * @param call all of it; also ends an answer that trickles
 * @param poll how long Telegram may hold back an answer to {@code getUpdates}; comes on top of the
 *     others there. Telegram takes 50 s at the most.
 */
public record CallLimits(Duration connect, Duration silence, Duration call, Duration poll) {
  /** A server that answers after 15 s has posted, so the limits lie above that. */
  public static final CallLimits USUAL =
      new CallLimits(
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofSeconds(30),
          Duration.ofSeconds(50));

  public CallLimits {
    if (connect.toMillis() < 1 || silence.toMillis() < 1 || call.toMillis() < 1) {
      // OkHttp takes 0 for "no limit".
      throw new IllegalArgumentException("A time limit of a call is below a millisecond.");
    }
    if (poll.isNegative() || poll.toSeconds() > 50) {
      throw new IllegalArgumentException("Telegram holds getUpdates for 0 to 50 s, not " + poll);
    }
  }
}
