package kz.zharshy.chat.editor;

import java.net.URI;
import java.util.List;
import kz.zharshy.article.Draft;
import kz.zharshy.source.UnreadableException;

/** Fetches the articles of pages. Implementations are safe for several threads. */
@FunctionalInterface
public interface ArticlePages {
  /**
   * The article at an address.
   *
   * @throws UnreadableException if there is none to be had, with a sentence that says why
   */
  List<Draft> fetch(URI address) throws UnreadableException;
}
