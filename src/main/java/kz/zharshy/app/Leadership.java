package kz.zharshy.app;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kz.zharshy.health.Health;
import kz.zharshy.publish.PublishListener;
import kz.zharshy.store.Lease;
import kz.zharshy.store.QueueException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets only one of several copies of the bot work. The other copies wait, and one of them takes
 * over within seconds of the first one's end.
 */
final class Leadership implements Service {
  private static final Logger log = LoggerFactory.getLogger(Leadership.class);

  private final Lease lease;
  private final Clock clock;
  private final ServiceLoop loop;
  private final List<Runnable> followers = new ArrayList<>();
  private final List<PublishListener> listeners = new ArrayList<>();
  private volatile boolean leading;
  private Runnable preparation = () -> {};
  private boolean told;

  Leadership(Lease lease, Clock clock, Health health) {
    this.loop = new ServiceLoop(health, "lease", this::step);
    this.lease = lease;
    this.clock = clock;
  }

  /** The same step, taken only while this copy leads. */
  ServiceLoop.Step onlyWhileLeading(ServiceLoop.Step step) {
    return onlyWhileLeading(step, () -> {});
  }

  /** The same; whenever it is this copy's turn no longer, the other is run instead. */
  ServiceLoop.Step onlyWhileLeading(ServiceLoop.Step step, Runnable otherwise) {
    return () -> {
      if (leading) {
        return step.step();
      }
      otherwise.run();
      return Lease.RHYTHM;
    };
  }

  boolean isLeading() {
    return leading;
  }

  /**
   * Says what has to be done before this copy begins to lead; where it fails, it is tried again.
   * Before {@link #start}.
   */
  void beforeLeading(Runnable first) {
    preparation = first;
  }

  /** Says what to do whenever this copy begins to lead. Before {@link #start}. */
  void whenLeading(Runnable follower) {
    followers.add(follower);
  }

  /** Says who hears that another copy leads. Before {@link #start}. */
  void tell(PublishListener listener) {
    listeners.add(listener);
  }

  /** This copy of the bot. */
  Lease.Holder self() {
    return lease.self();
  }

  @Override
  public void start() {
    loop.start();
  }

  @Override
  public void stop() {
    loop.stop();
  }

  @Override
  public boolean join(Duration limit) throws InterruptedException {
    return loop.join(limit);
  }

  /** Lets another copy take over at once. */
  void release() {
    if (leading) {
      leading = false;
      try {
        lease.release();
      } catch (QueueException e) {
        log.info(
            "Another copy can take over in 10 s, as the lease was not given back: {}",
            e.getMessage());
      }
    }
  }

  @Override
  public void interrupt() {
    loop.interrupt();
  }

  @Override
  public String toString() {
    return "lease";
  }

  private Duration step() {
    boolean held = lease.hold(clock.instant());
    boolean begins = held && !leading;
    if (begins) {
      preparation.run();
    }
    leading = held;
    if (begins) {
      told = false;
      followers.forEach(Runnable::run);
    } else if (!held && !told) {
      lease.other().ifPresent(this::tell);
    }
    return Lease.RHYTHM;
  }

  private void tell(Lease.Holder other) {
    told = true;
    listeners.forEach(listener -> listener.anotherCopy(other, lease.self()));
  }
}
