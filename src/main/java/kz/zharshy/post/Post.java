package kz.zharshy.post;

import java.util.List;

/**
 * What an article becomes in a channel.
 *
 * @param calls the calls of the Bot API that publish it, in their order; at least one
 */
public record Post(List<BotCall> calls) {
  public Post {
    calls = List.copyOf(calls);
    if (calls.isEmpty()) {
      throw new IllegalArgumentException("A post needs at least one call.");
    }
  }
}
