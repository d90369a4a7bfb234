package kz.zharshy.article;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of text with the same formatting throughout.
 *
 * @param link an http or https address that the text leads to, or null
 */
public record Run(String text, Set<Mark> marks, @Nullable String link) {
  public Run {
    marks = Set.copyOf(marks);
  }

  public static Run plain(String text) {
    return new Run(text, Set.of(), null);
  }
}
