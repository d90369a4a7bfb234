package kz.zharshy.source.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.zharshy.article.FeedMemory;
import kz.zharshy.article.FeedMemory.Poll;
import kz.zharshy.memory.MemoryBudget;
import kz.zharshy.source.UnreadableException;
import kz.zharshy.source.fetch.FetchedPage;
import kz.zharshy.source.fetch.PageFetcher;
import kz.zharshy.source.fetch.PageFetcher.Validators;
import kz.zharshy.source.reader.ArticleReader;
import org.jspecify.annotations.Nullable;

/**
 * Polls one feed: asks whether it has changed, takes in what is new in it, and corrects what has
 * changed. What stood in it at the first poll is old. For one thread.
 */
public final class FeedPoller {
  private static final Poll NEVER = new Poll(null, null, Instant.EPOCH, 0, null, false);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
  private static final int MOST_DOUBLINGS = 10;

  /** The items of all feeds that are being taken in; their pages may take a while to arrive. */
  private static final MemoryBudget IN_HAND = new MemoryBudget(24L << 20);

  private static final int COPIES = 2;

  private final FeedOptions options;
  private final PageFetcher fetcher;
  private final FeedReader reader;
  private final FeedMemory memory;
  private final FeedIntake intake;
  private final Clock clock;

  /**
   * @param zone of dates that name none
   */
  public FeedPoller(
      FeedOptions options,
      PageFetcher fetcher,
      ArticleReader pages,
      FeedMemory memory,
      ZoneId zone,
      Clock clock) {
    this.options = options;
    this.fetcher = fetcher;
    this.reader = new FeedReader(zone);
    this.memory = memory;
    this.intake = new FeedIntake(options, fetcher, pages, memory, clock);
    this.clock = clock;
  }

  /** How long there is nothing to do. */
  public Duration untilDue() {
    Instant now = clock.instant();
    return memory
        .poll(name(), now)
        .map(poll -> Duration.between(now, poll.next()))
        .orElse(Duration.ZERO);
  }

  /** Polls now; says what happened, nothing if nothing did. */
  public List<FeedEvent> poll() {
    Poll last = memory.poll(name(), clock.instant()).orElse(NEVER);
    Validators known = new Validators(last.etag(), last.lastModified());
    try (PageFetcher.Answer answer = fetcher.fetch(options.url(), known)) {
      FetchedPage page = answer.page();
      if (page == null) {
        keep(known, List.of());
        return List.of();
      }
      return IN_HAND.hold(
          COPIES * page.size(),
          () -> read(page.read(reader::read), answer.validators(), last.begun()));
    } catch (UnreadableException e) {
      return Thread.currentThread().isInterrupted() ? List.of() : failed(last, e);
    }
  }

  private List<FeedEvent> read(List<FeedItem> items, Validators validators, boolean begun) {
    List<FeedMemory.Item> seen = new ArrayList<>();
    if (!begun) {
      items.forEach(item -> seen.add(intake.seen(item, null)));
      keep(validators, seen);
      return List.of(new FeedEvent.Begun(items.size()));
    }
    List<FeedEvent> events = new ArrayList<>();
    Set<String> ids = items.stream().map(FeedItem::id).collect(Collectors.toSet());
    for (FeedItem item : items) {
      intake.take(item, ids, seen).ifPresent(events::add);
    }
    boolean all = events.stream().noneMatch(FeedEvent.Postponed.class::isInstance);
    // Postponed items come again only if the whole feed is fetched next time.
    keep(all ? validators : Validators.NONE, seen);
    return events;
  }

  private void keep(Validators validators, List<FeedMemory.Item> seen) {
    Instant now = clock.instant();
    Instant next = now.plus(options.interval());
    memory.keep(
        name(),
        new Poll(validators.etag(), validators.lastModified(), next, 0, null, true),
        seen,
        now);
  }

  private List<FeedEvent> failed(Poll last, UnreadableException e) {
    int failures = last.failures() + 1;
    Duration again = pause(failures, e.retryAfter());
    Instant now = clock.instant();
    Poll poll =
        new Poll(
            last.etag(), last.lastModified(), now.plus(again), failures, e.reason(), last.begun());
    memory.keep(name(), poll, List.of(), now);
    return List.of(new FeedEvent.Failed(e.reason(), again, failures));
  }

  /** Twice as long after each failure, and never shorter than the server asked for. */
  private Duration pause(int failures, @Nullable Duration asked) {
    Duration longest =
        LONGEST_PAUSE.compareTo(options.interval()) > 0 ? LONGEST_PAUSE : options.interval();
    Duration pause = options.interval().multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    if (asked != null && asked.compareTo(pause) > 0) {
      pause = asked;
    }
    return pause.compareTo(longest) > 0 ? longest : pause;
  }

  private String name() {
    return options.url().toString();
  }
}
