package kz.zharshy.post;

import java.util.List;
import kz.zharshy.telegram.BotCall;
import kz.zharshy.telegram.PostPartCodec;

/** The calls that a post's parts become. */
public final class PostCalls {
  private PostCalls() {}

  public static List<BotCall> of(Post post) {
    return post.parts().stream().map(PostPartCodec::call).toList();
  }
}
