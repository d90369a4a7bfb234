package kz.zharshy.cli;

import java.net.URI;
import java.util.List;
import kz.zharshy.article.Draft;
import kz.zharshy.chat.editor.ArticlePages;
import kz.zharshy.config.Settings;
import kz.zharshy.source.ArticleReader;
import kz.zharshy.source.PageFetcher;
import kz.zharshy.source.UnreadableException;

/** Reads the articles of pages of the internet. Safe for use by several threads. */
final class ArticlePagesOnline implements ArticlePages {
  private final PageFetcher fetcher;
  private final ArticleReader reader;

  ArticlePagesOnline(Settings settings) {
    fetcher = new PageFetcher(settings.sources().allowPrivateAddresses());
    reader = new ArticleReader(settings.timeZone());
  }

  @Override
  public List<Draft> fetch(URI address) throws UnreadableException {
    return reader.read(fetcher.fetch(address));
  }
}
