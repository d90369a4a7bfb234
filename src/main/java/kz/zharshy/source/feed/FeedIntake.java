package kz.zharshy.source.feed;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.zharshy.article.Draft;
import kz.zharshy.article.FeedMemory;
import kz.zharshy.article.FeedMemory.Item;
import kz.zharshy.article.FeedMemory.Taken;
import kz.zharshy.article.Gate;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.memory.MemoryBudget;
import kz.zharshy.source.Fingerprint;
import kz.zharshy.source.PageAddress;
import kz.zharshy.source.TreeBudget;
import kz.zharshy.source.UnreadableException;
import kz.zharshy.source.fetch.PageFetcher;
import kz.zharshy.source.reader.ArticleReader;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of each item of a feed: a new article, a correction, or nothing. */
final class FeedIntake {
  /** After this many failed fetches of a page the text in the feed is used. */
  private static final int MOST_TRIES = 3;

  /** How many of the newest articles are searched for a duplicate. */
  private static final int COMPARED = 300;

  /** The weather has the same headline each day, and a long text takes milliseconds to compare. */
  private static final int COMPARED_IN_FULL = 20;

  private final FeedOptions options;
  private final PageFetcher fetcher;
  private final ArticleReader pages;
  private final FeedMemory memory;
  private final FeedArticle articles;
  private final Clock clock;
  private final Map<String, Integer> tries = new HashMap<>();

  FeedIntake(
      FeedOptions options,
      PageFetcher fetcher,
      ArticleReader pages,
      FeedMemory memory,
      Clock clock) {
    this.options = options;
    this.fetcher = fetcher;
    this.pages = pages;
    this.memory = memory;
    this.articles = new FeedArticle(options);
    this.clock = clock;
  }

  /**
   * Takes an item in, if it is new or has changed.
   *
   * @param ids of all items that stand in the feed now
   * @param seen receives the item if it needs no second look though nothing was taken
   */
  Optional<FeedEvent> take(FeedItem item, Set<String> ids, List<Item> seen) {
    Optional<Item> known = known(item, ids);
    if (known.isPresent()) {
      return again(item, known.get(), seen);
    }
    Optional<Reason> reason = reasonToLeaveOut(item);
    if (reason.isPresent()) {
      return leftOut(item, reason.get(), seen);
    }
    try {
      Draft draft = draft(item);
      Optional<Reason> same = reasonToLeaveOut(draft);
      return same.isPresent() ? leftOut(item, same.get(), seen) : added(item, draft, seen);
    } catch (UnreadableException e) {
      return postponed(item, e);
    }
  }

  /** How an item is remembered. */
  Item seen(FeedItem item, @Nullable String article) {
    return new Item(item.id(), key(item), fingerprint(item), article);
  }

  /** Of one page there may be several items, as of a live blog: these are no changes of another. */
  private Optional<Item> known(FeedItem item, Set<String> ids) {
    Optional<Item> byId = memory.item(feed(), item.id());
    String key = key(item);
    return byId.isPresent() || key == null
        ? byId
        : memory.itemAt(feed(), key).filter(other -> !ids.contains(other.id()));
  }

  /** An item that is known already: it may have changed. */
  private Optional<FeedEvent> again(FeedItem item, Item known, List<Item> seen) {
    Item now = seen(item, known.article());
    if (known.article() == null || known.fingerprint().equals(now.fingerprint())) {
      seen.add(now);
      return Optional.empty();
    }
    try {
      Taken taken =
          memory.take(draft(item).withExternalId(known.article()), feed(), now, clock.instant());
      return taken.refusal() == null
          ? Optional.of(new FeedEvent.Corrected(taken.article(), item.title()))
          : leftOut(item, taken.refusal(), seen);
    } catch (UnreadableException e) {
      return postponed(item, e);
    }
  }

  private Optional<Reason> reasonToLeaveOut(FeedItem item) {
    if (!options.wants(item)) {
      return Optional.of(Reason.of(ReasonCode.FEED_LEAVES_OUT, item.title()));
    }
    return isKnown(item.address()) ? Optional.of(known(item.title())) : Optional.empty();
  }

  /** The page may call itself otherwise than the feed does. */
  private Optional<Reason> reasonToLeaveOut(Draft draft) {
    if (isKnown(draft.content().sourceUrl())) {
      return Optional.of(known(draft.content().title()));
    }
    return memory.headlines(COMPARED).stream()
        .filter(other -> NearDuplicates.headlines(other.title(), draft.content().title()))
        .limit(COMPARED_IN_FULL)
        .filter(
            other ->
                memory
                    .content(other.article())
                    .filter(content -> NearDuplicates.articles(content, draft.content()))
                    .isPresent())
        .findFirst()
        .map(
            other -> Reason.of(ReasonCode.SAYS_THE_SAME, draft.content().title(), other.article()));
  }

  private static Reason known(String title) {
    return Reason.of(ReasonCode.PAGE_KNOWN, title);
  }

  private boolean isKnown(@Nullable String address) {
    if (address == null) {
      return false;
    }
    String key = PageAddress.key(address);
    return memory.isKnown(key, PageAddress.spellings(key));
  }

  private Optional<FeedEvent> added(FeedItem item, Draft draft, List<Item> seen) {
    tries.remove(item.id());
    Taken taken = memory.take(draft, feed(), seen(item, draft.externalId()), clock.instant());
    return taken.refusal() == null
        ? Optional.of(new FeedEvent.Taken(taken.article(), item.title()))
        : leftOut(item, taken.refusal(), seen);
  }

  private Optional<FeedEvent> leftOut(FeedItem item, Reason reason, List<Item> seen) {
    seen.add(seen(item, null));
    return Optional.of(new FeedEvent.LeftOut(item.title(), reason));
  }

  private Optional<FeedEvent> postponed(FeedItem item, UnreadableException e) {
    return Optional.of(new FeedEvent.Postponed(item.title(), e.reason()));
  }

  private Draft draft(FeedItem item) throws UnreadableException {
    String address = item.address();
    if (!options.fullPage() || address == null) {
      return articles.of(item);
    }
    try {
      return fetcher.read(
          uri(address),
          page -> articles.asWanted(Gate.ofFeed(pages.read(page).get(0), page.address())));
    } catch (UnreadableException e) {
      if (tries.merge(item.id(), 1, Integer::sum) < MOST_TRIES) {
        throw e;
      }
      return articles.of(item);
    }
  }

  private static URI uri(String address) throws UnreadableException {
    try {
      return URI.create(address);
    } catch (IllegalArgumentException e) {
      throw new UnreadableException(e, ReasonCode.ADDRESS_INVALID, address);
    }
  }

  /** Of what a reader would see; counters in a picture's address change with each poll. */
  private static String fingerprint(FeedItem item) {
    return MemoryBudget.OF_PROCESS.hold(
        TreeBudget.ofBody(item.html()),
        () -> {
          Element body = Parser.parseBodyFragment(item.html(), "").body();
          String links = String.join("\n", body.select("a[href]").eachAttr("href"));
          return Fingerprint.of(
              item.title() + "\n" + item.summary() + "\n" + body.text() + "\n" + links);
        });
  }

  private static @Nullable String key(FeedItem item) {
    return item.address() == null ? null : PageAddress.key(item.address());
  }

  private String feed() {
    return options.url().toString();
  }
}
