package kz.zharshy.article;

import java.util.Locale;

/** How an article's body is written. */
public enum BodyFormat {
  /** Plain text: line breaks separate paragraphs, and no character is markup. */
  TEXT,
  HTML,
  /** CommonMark, with tables and strikethrough. */
  MARKDOWN;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The format named by a word of the {@code body_format} column.
   *
   * @throws IllegalArgumentException if there is no such format
   */
  public static BodyFormat ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
