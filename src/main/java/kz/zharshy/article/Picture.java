package kz.zharshy.article;

import org.jspecify.annotations.Nullable;

/**
 * A picture of an article.
 *
 * @param location an http or https address, or a path on this machine
 */
public record Picture(String location, @Nullable String caption) {
  public Picture {
    if (location.isBlank()) {
      throw new IllegalArgumentException("A picture needs an address or a path.");
    }
  }
}
