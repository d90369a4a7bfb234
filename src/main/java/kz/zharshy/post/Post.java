package kz.zharshy.post;

import java.util.List;

/**
 * What an article becomes in a channel.
 *
 * @param parts its messages, in their order; at least one
 * @param leftOut links to other posts for which it has no room
 */
public record Post(List<PostPart> parts, List<Links> leftOut) {
  public Post {
    parts = List.copyOf(parts);
    leftOut = List.copyOf(leftOut);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("A post needs at least one part.");
    }
  }

  /** What links of a post lead to. */
  public enum Links {
    VERSIONS,
    UPDATES
  }
}
