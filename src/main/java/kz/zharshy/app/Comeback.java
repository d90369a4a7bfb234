package kz.zharshy.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.zharshy.health.AtWork;
import kz.zharshy.health.Task;
import kz.zharshy.publish.PublishListener;
import kz.zharshy.store.ErrorEnds;
import kz.zharshy.store.ErrorEnds.Aside;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks, before the work begins, whether an error ended the process before; notes it, and sets
 * aside what was at work each time.
 */
final class Comeback {
  private static final Logger log = LoggerFactory.getLogger(Comeback.class);
  private static final Duration SHORTLY = Duration.ofMinutes(10);

  /** Who is told that often need not be told of every end more. */
  private static final int OFTEN = 3;

  private final Path file;
  private final ErrorEnds ends;
  private final AtWork atWork;
  private final PublishListener listener;
  private final Clock clock;
  private volatile int lately;

  Comeback(Path database, ErrorEnds ends, AtWork atWork, PublishListener listener, Clock clock) {
    this.file = Path.of(database + ".at-work");
    this.ends = ends;
    this.atWork = atWork;
    this.listener = listener;
    this.clock = clock;
  }

  /**
   * Looks.
   *
   * @throws kz.zharshy.store.QueueException if the database cannot do it now: look again
   */
  void look() {
    try {
      Instant now = clock.instant();
      AtWork.left(file).ifPresent(left -> note(left, now));
      Set<Task> aside = ends.all().stream().map(Aside::task).collect(Collectors.toSet());
      atWork.know(ends.suspects(now), aside, ends);
      atWork.begin(file);
    } catch (IOException e) {
      log.warn("What is at work cannot be noted in {}: {}", file, e.toString());
    }
  }

  /** Whether people still have to be told of each end. */
  boolean isNews() {
    return lately < OFTEN;
  }

  private void note(AtWork.Left left, Instant now) {
    List<Aside> aside = ends.note(left, now);
    lately = ends.count(now.minus(SHORTLY));
    if (lately == 1) {
      listener.cameBack(left);
    }
    aside.forEach(listener::setAside);
  }
}
