package kz.zharshy.cli;

import kz.zharshy.config.Settings;
import kz.zharshy.config.SiteSettings;
import kz.zharshy.source.ArticleReader;
import kz.zharshy.source.SiteSelectors;

/** The reader of articles, as the settings want it. */
final class ArticleReaders {
  private ArticleReaders() {}

  static ArticleReader of(Settings settings) {
    return new ArticleReader(
        settings.timeZone(),
        settings.sources().sites().stream().map(ArticleReaders::selectors).toList());
  }

  private static SiteSelectors selectors(SiteSettings site) {
    return new SiteSelectors(
        site.host(),
        site.selector("headline"),
        site.selector("body"),
        site.selector("author"),
        site.selector("date"),
        site.selector("section"),
        site.selector("remove"));
  }
}
