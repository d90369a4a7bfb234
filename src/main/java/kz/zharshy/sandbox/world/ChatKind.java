package kz.zharshy.sandbox.world;

import java.util.Locale;

/** The kinds of chats in the sandbox. */
public enum ChatKind {
  PRIVATE,
  SUPERGROUP,
  CHANNEL;

  /** The Bot API's {@code type}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
