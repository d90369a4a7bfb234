package kz.zharshy.telegram;

/** What a refusal is about, and so what the caller can do. */
public enum RefusalKind {
  /** Too many calls: wait as long as Telegram says, then make the same call. */
  FLOOD,
  /** The chat cannot be written to: it waits until a person puts that right. */
  CHANNEL,
  /** The bot itself is refused: nothing goes out until a person puts that right. */
  BOT,
  /** This text or these parameters are refused, and will be each time. */
  ARTICLE,
  /** The picture or file is refused; the text may go out without it. */
  PICTURE,
  /** The person has blocked the bot or is no more: not to be written to again. */
  READER_GONE,
  /** The message already is as the edit wants it: a success. */
  NOT_MODIFIED,
  /** The message to edit, delete or forward is no more. */
  GONE,
  /** The chat goes on under another id. */
  MIGRATED,
  /** Another copy of the bot asks for updates. */
  CONFLICT
}
