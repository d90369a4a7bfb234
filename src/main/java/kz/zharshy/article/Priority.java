package kz.zharshy.article;

import java.util.Locale;

/** How urgent an article is; more urgent articles go out first. */
public enum Priority {
  BREAKING,
  NORMAL,
  LOW;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The priority named by a word of the {@code priority} column.
   *
   * @throws IllegalArgumentException if there is no such priority
   */
  public static Priority ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
