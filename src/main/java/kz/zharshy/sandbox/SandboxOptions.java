package kz.zharshy.sandbox;

import java.time.Clock;
import java.util.List;
import java.util.function.LongSupplier;
import kz.zharshy.sandbox.world.FloodLimits;

/**
 * How a sandbox begins.
 *
 * @param port of the loopback address; 0 for any that is free
 * @param token of the one bot
 * @param botName the bot's user name, without the {@code @}
 * @param channelName the channel's public name, without the {@code @}
 * @param owners user ids of the channel's people: the first is its owner, all are in the log chat
 * @param logChat the id of a group of the owners and the bot
 * @param nanoTime a monotonic time in nanoseconds, by which the flood limits count
 */
public record SandboxOptions(
    int port,
    String token,
    String botName,
    String channelName,
    String channelTitle,
    List<Long> owners,
    long logChat,
    FloodLimits limits,
    Clock clock,
    LongSupplier nanoTime) {
  /** Of the form of a real one; opens nothing but a sandbox. */
  public static final String TOKEN = "7000000001:AAZharshySandboxTokenOfNoUseOutside";

  private static final long OWNER = 1_000_001;
  private static final long LOG_CHAT = -1_009_000_000_001L;

  public SandboxOptions {
    owners = List.copyOf(owners);
    if (!isToken(token)) {
      throw new IllegalArgumentException("the sandbox's token is not of the form 123:abc");
    }
    if (owners.isEmpty()) {
      throw new IllegalArgumentException("the sandbox's channel has no owner");
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
        TOKEN,
        "zharshy_sandbox_bot",
        "zharshy_sandbox",
        "Zharshy Sandbox",
        List.of(OWNER),
        LOG_CHAT,
        FloodLimits.TELEGRAM,
        clock,
        nanoTime);
  }

  /** The same at another port. */
  public SandboxOptions atPort(int otherPort) {
    return new SandboxOptions(
        otherPort,
        token,
        botName,
        channelName,
        channelTitle,
        owners,
        logChat,
        limits,
        clock,
        nanoTime);
  }

  /** The same with another token, whose first part is the bot's id. */
  public SandboxOptions withToken(String otherToken) {
    return new SandboxOptions(
        port,
        otherToken,
        botName,
        channelName,
        channelTitle,
        owners,
        logChat,
        limits,
        clock,
        nanoTime);
  }

  /** The same with another channel. */
  public SandboxOptions withChannel(String name, String title) {
    return new SandboxOptions(
        port, token, botName, name, title, owners, logChat, limits, clock, nanoTime);
  }

  /** The same with other owners. */
  public SandboxOptions withOwners(List<Long> userIds) {
    return new SandboxOptions(
        port, token, botName, channelName, channelTitle, userIds, logChat, limits, clock, nanoTime);
  }

  /** The same with another log chat. */
  public SandboxOptions withLogChat(long chatId) {
    return new SandboxOptions(
        port, token, botName, channelName, channelTitle, owners, chatId, limits, clock, nanoTime);
  }

  /** The same with other flood limits. */
  public SandboxOptions withLimits(FloodLimits otherLimits) {
    return new SandboxOptions(
        port,
        token,
        botName,
        channelName,
        channelTitle,
        owners,
        logChat,
        otherLimits,
        clock,
        nanoTime);
  }
}
