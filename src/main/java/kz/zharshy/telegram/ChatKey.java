package kz.zharshy.telegram;

import java.util.Locale;

/**
 * A chat as calls name it: {@code @name}, or an id, which is positive for a person and negative for
 * a group or channel.
 */
record ChatKey(String text) {
  static ChatKey of(String chat) {
    return new ChatKey(chat.strip().toLowerCase(Locale.ROOT));
  }

  boolean isPerson() {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
