package kz.zharshy.sandbox;

import java.time.Clock;
import java.util.List;
import java.util.function.LongSupplier;
import kz.zharshy.sandbox.world.FloodLimits;

/**
 * How a sandbox starts.
 *
 * @param port of the loopback address; 0 for any free one
 * @param nanoTime a monotonic time in nanoseconds, by which the flood limits count
 */
public record SandboxOptions(
    int port,
    Bot bot,
    Channel channel,
    Staff staff,
    FloodLimits limits,
    Clock clock,
    LongSupplier nanoTime) {
  /** Has the form of a real token; opens nothing but a sandbox. */
  public static final String TOKEN = "7000000001:AAZharshySandboxTokenOfNoUseOutside";

  private static final long OWNER = 1_000_001;
  private static final long LOG_CHAT = -1_009_000_000_001L;

  /**
   * The one bot.
   *
   * @param token of the form {@code 123:abc}
   * @param name its user name, without the {@code @}
   */
  public record Bot(String token, String name) {
    public Bot {
      if (!isToken(token)) {
        throw new IllegalArgumentException("the sandbox's token is not of the form 123:abc");
      }
    }
  }

  /**
   * The bot's channel.
   *
   * @param name its public name, without the {@code @}
   */
  public record Channel(String name, String title) {}

  /**
   * The channel's people.
   *
   * @param owners user ids: the first is the channel's owner, all are in the log chat
   * @param logChat the id of a group of the owners and the bot
   */
  public record Staff(List<Long> owners, long logChat) {
    public Staff {
      owners = List.copyOf(owners);
      if (owners.isEmpty()) {
        throw new IllegalArgumentException("the sandbox's channel has no owner");
      }
    }
  }

  /** Whether a bot's token could look like this: its id, a colon, a secret. */
  public static boolean isToken(String token) {
    return token.matches("[1-9][0-9]{0,14}:[A-Za-z0-9_-]+");
  }

  /** Any free port, Telegram's limits, one owner. */
  public static SandboxOptions standard(Clock clock, LongSupplier nanoTime) {
    return new SandboxOptions(
        0,
        new Bot(TOKEN, "zharshy_sandbox_bot"),
        new Channel("zharshy_sandbox", "Zharshy Sandbox"),
        new Staff(List.of(OWNER), LOG_CHAT),
        FloodLimits.TELEGRAM,
        clock,
        nanoTime);
  }

  public SandboxOptions atPort(int other) {
    return new SandboxOptions(other, bot, channel, staff, limits, clock, nanoTime);
  }

  /** The same with another token, whose first part is the bot's id. */
  public SandboxOptions withToken(String token) {
    Bot other = new Bot(token, bot.name());
    return new SandboxOptions(port, other, channel, staff, limits, clock, nanoTime);
  }

  public SandboxOptions withChannel(String name, String title) {
    Channel other = new Channel(name, title);
    return new SandboxOptions(port, bot, other, staff, limits, clock, nanoTime);
  }

  public SandboxOptions withOwners(List<Long> userIds) {
    Staff other = new Staff(userIds, staff.logChat());
    return new SandboxOptions(port, bot, channel, other, limits, clock, nanoTime);
  }

  public SandboxOptions withLimits(FloodLimits other) {
    return new SandboxOptions(port, bot, channel, staff, other, clock, nanoTime);
  }
}
