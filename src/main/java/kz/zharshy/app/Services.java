package kz.zharshy.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All services of the running bot; stopped together, within a bound. */
final class Services implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Services.class);

  /** So long what is under way may take to end by itself. */
  private static final Duration GRACE = Duration.ofSeconds(6);

  /** And so long to note that it was cut off. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private final Runnable cutOff;
  private final List<Service> all = new ArrayList<>();
  private boolean stopping;

  /**
   * @param cutOff ends the calls and the waits for the database of whatever did not end by itself
   */
  Services(Runnable cutOff) {
    this.cutOff = cutOff;
  }

  void add(Service service) {
    all.add(service);
  }

  /** Starts them, unless the end came before the beginning. */
  synchronized void start() {
    if (!stopping) {
      all.forEach(Service::start);
    }
  }

  /** Lets what is under way end, so that no call is cut off that could end. */
  @Override
  public void close() {
    stop();
    try {
      List<Service> left = join(all, GRACE);
      if (!left.isEmpty()) {
        cutOff.run();
        left.forEach(Service::interrupt);
        left = join(left, LAST_WORDS);
      }
      for (Service service : left) {
        log.warn("{} did not end in time; the next start goes on where it was.", service);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void stop() {
    stopping = true;
    all.forEach(Service::stop);
  }

  /** Those that have not ended within that time. */
  private static List<Service> join(List<Service> services, Duration limit)
      throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    List<Service> left = new ArrayList<>();
    for (Service service : services) {
      if (!service.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())))) {
        left.add(service);
      }
    }
    return left;
  }
}
