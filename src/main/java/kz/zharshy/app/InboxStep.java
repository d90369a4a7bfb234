package kz.zharshy.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import kz.zharshy.article.Gate;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.health.Heartbeat;
import kz.zharshy.publish.PublishListener;
import kz.zharshy.source.UnreadableException;
import kz.zharshy.source.inbox.Inbox;
import kz.zharshy.source.inbox.InboxEvent;
import kz.zharshy.source.reader.ArticleReader;
import kz.zharshy.store.Addition;
import kz.zharshy.store.ArticleQueue;
import kz.zharshy.store.ArticleQueue.Added;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks once a second what was dropped into the inbox folder. */
final class InboxStep implements ServiceLoop.Step {
  private static final Logger log = LoggerFactory.getLogger(InboxStep.class);
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final Duration AFTER_TROUBLE = Duration.ofMinutes(1);

  /** It is tried each second, and told every ten minutes. */
  private static final int LOGGED = 600;

  private static final int ROUNDS = 3;

  private final Inbox inbox;
  private final PublishListener listener;
  private final Path folder;

  InboxStep(
      Path folder,
      ArticleReader reader,
      ArticleQueue articles,
      PublishListener listener,
      Clock clock) {
    this.listener = listener;
    this.folder = folder;
    this.inbox =
        new Inbox(
            folder,
            reader,
            entry -> taken(entry, articles.add(entry, "inbox", clock.instant())),
            clock);
  }

  private static long taken(Gate.Entry entry, Added added) throws UnreadableException {
    long article = added.article().id();
    if (added.addition() == Addition.KNOWN) {
      String name = String.valueOf(entry.draft().externalId());
      throw new UnreadableException(ReasonCode.ARTICLE_KNOWN, name, article);
    }
    return article;
  }

  @Override
  public Duration step() {
    try {
      inbox.scan().forEach(this::tell);
      Heartbeat.note(null);
      return INTERVAL;
    } catch (IOException e) {
      log.error(
          "The inbox {} cannot be read: {}. Check the folder and its rights.",
          folder,
          e.getMessage());
      Heartbeat.note(Reason.of(ReasonCode.INBOX_TROUBLE, folder.toString()));
      return AFTER_TROUBLE;
    }
  }

  private void tell(InboxEvent event) {
    if (event instanceof InboxEvent.Taken taken) {
      log.info("{} from the inbox is in the queue as {}.", taken.file(), taken.articles());
    } else if (event instanceof InboxEvent.Failed failed) {
      log.warn("{} from the inbox cannot be read: {}", failed.file(), failed.reason());
    } else if (event instanceof InboxEvent.Postponed postponed) {
      if (postponed.round() % LOGGED == 1) {
        log.warn("{} stays in the inbox for now: {}", postponed.file(), postponed.reason());
      }
      if (postponed.round() == ROUNDS) {
        listener.repeated(
            Reason.of(ReasonCode.INBOX_REPEATED, postponed.file(), postponed.reason()));
      }
    }
  }
}
