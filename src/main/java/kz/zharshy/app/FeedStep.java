package kz.zharshy.app;

import java.net.URI;
import java.time.Duration;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.article.ReasonText;
import kz.zharshy.health.AtWork;
import kz.zharshy.health.Heartbeat;
import kz.zharshy.health.Task;
import kz.zharshy.publish.PublishListener;
import kz.zharshy.source.feed.FeedEvent;
import kz.zharshy.source.feed.FeedPoller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls a feed whenever it is due, and tells what came of it. */
record FeedStep(URI feed, FeedPoller poller, PublishListener listener) implements ServiceLoop.Step {
  private static final Logger log = LoggerFactory.getLogger(FeedStep.class);

  private static final int ROUNDS = 3;

  /** Pages of many items may be fetched, each within its own limit. */
  private static final Duration LONGEST_POLL = Duration.ofMinutes(15);

  private static final Duration WHILE_SET_ASIDE = Duration.ofSeconds(30);

  /** The machine's clock, by which polls are due, may be set meanwhile. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  @Override
  public Duration step() {
    Duration wait = poller.untilDue();
    if (wait.isZero() || wait.isNegative()) {
      Task task = new Task(Task.Kind.FEED, feed.toString());
      if (AtWork.refusal(task).isPresent()) {
        return WHILE_SET_ASIDE;
      }
      Heartbeat.within("reading it", LONGEST_POLL, () -> AtWork.on(task, poller::poll))
          .forEach(this::tell);
      wait = poller.untilDue();
    }
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  @Override
  public String toString() {
    return "feed-" + feed.getHost();
  }

  private void tell(FeedEvent event) {
    if (event instanceof FeedEvent.Begun begun) {
      log.info(
          "{} is read for the first time. Its {} items are old; what is new from now on is taken.",
          feed,
          begun.items());
    } else if (event instanceof FeedEvent.Taken taken) {
      log.info("From {}: article {}, {}", feed, taken.article(), taken.title());
    } else if (event instanceof FeedEvent.Corrected corrected) {
      log.info("Changed in {}: article {}, {}", feed, corrected.article(), corrected.title());
    } else if (event instanceof FeedEvent.LeftOut left) {
      log.info("Left out of {}: {}", feed, ReasonText.forLog(left.reason()));
    } else if (event instanceof FeedEvent.Postponed postponed) {
      log.warn(
          "Not yet from {}: {}. {}",
          feed,
          postponed.title(),
          ReasonText.forLog(postponed.reason()));
    } else if (event instanceof FeedEvent.Failed failed) {
      log.warn(
          "A feed cannot be read and is asked again in {} minutes: {}",
          failed.again().toMinutes(),
          ReasonText.forLog(failed.reason()));
      if (failed.round() == ROUNDS) {
        listener.repeated(Reason.of(ReasonCode.FEED_REPEATED, feed.toString(), failed.reason()));
      }
    }
  }
}
