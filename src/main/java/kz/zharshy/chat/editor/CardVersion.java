package kz.zharshy.chat.editor;

import java.util.List;
import kz.zharshy.article.Article;

/** Tells an article apart from what it was when its card was shown. */
final class CardVersion {
  private static final int BASE = 36;

  private CardVersion() {}

  /**
   * A few letters and digits that are others once the article has changed. The pictures of an album
   * that come behind its card change nothing that was decided.
   */
  static String of(Article article) {
    String all =
        String.join(
            "\n",
            article.state().code(),
            article.createdAt().toString(),
            article.plan().toString(),
            article.content().spokenLanguage().code(),
            article.content().toBuilder().language(null).media(List.of()).build().toString());
    return Integer.toString(all.hashCode() & Integer.MAX_VALUE, BASE);
  }
}
