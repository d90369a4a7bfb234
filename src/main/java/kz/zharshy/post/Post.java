package kz.zharshy.post;

import java.util.List;

/**
 * What an article becomes in a channel.
 *
 * @param calls the calls of the Bot API that publish it, in their order; at least one
 * @param leftOut links to other posts for which it has no room
 */
public record Post(List<BotCall> calls, List<Links> leftOut) {
  public Post {
    calls = List.copyOf(calls);
    leftOut = List.copyOf(leftOut);
    if (calls.isEmpty()) {
      throw new IllegalArgumentException("A post needs at least one call.");
    }
  }

  /** What links of a post lead to. */
  public enum Links {
    VERSIONS,
    UPDATES
  }
}
