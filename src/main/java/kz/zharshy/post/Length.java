package kz.zharshy.post;

/** What becomes of an article that is too long for one message. */
public enum Length {
  /** It goes out in several messages. */
  SPLIT,
  /** Only its beginning goes out, with a link to the rest; it is split where it has no address. */
  EXCERPT,
  /**
   * All but its beginning is folded away until the reader opens it; it is split where even so it
   * does not fit one message.
   */
  QUOTE,
  /**
   * It goes out as a rich message where it has a table, headings or pictures between its
   * paragraphs, or is too long for a usual one; else, and where it is too much even for that, it is
   * split. Some of Telegram's apps do not show rich messages.
   */
  RICH
}
