package kz.zharshy.cli;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.zharshy.article.FeedMemory;
import kz.zharshy.config.FeedSettings;
import kz.zharshy.config.Settings;
import kz.zharshy.language.Language;
import kz.zharshy.ops.Check;
import kz.zharshy.source.ArticleReader;
import kz.zharshy.source.FeedOptions;
import kz.zharshy.source.FeedPoller;
import kz.zharshy.source.FeedReader;
import kz.zharshy.source.PageFetcher;
import kz.zharshy.source.UnreadableException;

/** The feeds of the settings. */
final class Feeds {
  private final List<FeedSettings> feeds;
  private final PageFetcher fetcher;
  private final ArticleReader pages;
  private final ZoneId zone;

  Feeds(Settings settings) {
    feeds = settings.feeds();
    fetcher = new PageFetcher(settings.sources().allowPrivateAddresses());
    pages = ArticleReaders.of(settings);
    zone = settings.timeZone();
  }

  /** A step for each feed, so that a slow one delays no other. */
  List<FeedStep> steps(FeedMemory memory, Clock clock) {
    List<FeedStep> steps = new ArrayList<>();
    for (FeedSettings feed : feeds) {
      FeedPoller poller = new FeedPoller(options(feed), fetcher, pages, memory, zone, clock);
      steps.add(new FeedStep(feed.url(), poller));
    }
    return steps;
  }

  /** Whether each feed can be read now. */
  List<Check> examine() {
    return feeds.stream().map(this::examine).toList();
  }

  private Check examine(FeedSettings feed) {
    String name = "feed " + feed.url();
    try {
      int items = new FeedReader(zone).count(fetcher.fetch(feed.url()));
      return items > 0
          ? Check.fine(name, "It can be read; %d items are in it.".formatted(items))
          : Check.warning(name, "It can be read, but is empty.", "Look at it in a browser.");
    } catch (UnreadableException e) {
      return Check.failed(
          name, String.valueOf(e.getMessage()), "Correct its url under feeds, or take it out.");
    }
  }

  private static FeedOptions options(FeedSettings feed) {
    return new FeedOptions(
        feed.url(),
        Optional.ofNullable(feed.language()).flatMap(Language::ofCode).orElse(null),
        feed.section(),
        feed.channel(),
        feed.only(),
        feed.except(),
        feed.interval(),
        feed.fullPage());
  }
}
