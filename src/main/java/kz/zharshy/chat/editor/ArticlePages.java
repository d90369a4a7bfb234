package kz.zharshy.chat.editor;

import java.net.URI;
import kz.zharshy.source.SourceText;
import kz.zharshy.source.UnreadableException;

/** Fetches pages. Implementations are safe for several threads. */
@FunctionalInterface
public interface ArticlePages {
  /**
   * A page, under the address where it was found in the end.
   *
   * @throws UnreadableException if there is none to be had, with a sentence that says why
   */
  SourceText fetch(URI address) throws UnreadableException;
}
