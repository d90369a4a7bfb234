package kz.zharshy.sandbox.text;

/** A text that Telegram refuses, in Telegram's words. */
public final class TextException extends RuntimeException {
  TextException(String words) {
    super(words, null, false, false);
  }

  /** Telegram's words, without what the Bot API puts before them. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
