package kz.zharshy.chat.editor;

import kz.zharshy.article.Article;

/** Knows which channel an article goes to. Implementations are safe for use by several threads. */
public interface Destination {
  /** The channel's name without {@code @}. */
  String of(Article article);
}
