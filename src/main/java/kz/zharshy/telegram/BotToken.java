package kz.zharshy.telegram;

import java.util.regex.Pattern;

/**
 * The secret by which Telegram knows the bot. It prints as {@code ***}; whoever needs it asks for
 * {@link #value()} and must not show it.
 */
public final class BotToken {
  private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9_:-]+");

  /** Shorter pieces of a token are ordinary words, and masking those would garble every text. */
  private static final int SHORTEST_SECRET = 8;

  private static final String MASK = "***";

  private final String value;

  /**
   * @param value as @BotFather gives it; white space around it is dropped
   * @throws IllegalArgumentException if it cannot be a token; the message does not tell it
   */
  public BotToken(String value) {
    this.value = value.strip();
    if (!USABLE.matcher(this.value).matches()) {
      throw new IllegalArgumentException(
          "The bot token is empty or has characters that no token has. Copy it again from"
              + " @BotFather.");
    }
  }

  String value() {
    return value;
  }

  /** The text with every mention of the token, or of its secret half, blotted out. */
  String mask(String text) {
    String masked = text.replace(value, MASK).replace(value.replace(":", "%3A"), MASK);
    String secret = value.substring(value.indexOf(':') + 1);
    return secret.length() < SHORTEST_SECRET ? masked : masked.replace(secret, MASK);
  }

  @Override
  public String toString() {
    return MASK;
  }
}
