package kz.zharshy.post;

/** Telegram's limits of one message. */
final class MessageLimits {
  /** Of a message's text, in UTF-16 units (core.telegram.org/bots/api#sendmessage). */
  static final int TEXT = 4096;

  /** Of what stands under a photo or an album, in UTF-16 units. */
  static final int CAPTION = 1024;

  /** Telegram drops the entities above this number (core.telegram.org/api/entities). */
  static final int ENTITIES = 100;

  private MessageLimits() {}
}
