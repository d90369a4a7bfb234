package kz.zharshy.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All services of the running bot; stopped together, within a bound. */
final class Services implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Services.class);
  // Within the ten seconds that a supervisor grants before it kills.
  private static final Duration GRACE = Duration.ofSeconds(7);

  private final List<Service> all = new ArrayList<>();

  void add(Service service) {
    all.add(service);
  }

  void start() {
    all.forEach(Service::start);
  }

  /** Lets what is under way end, so that no call is cut off. */
  @Override
  public void close() {
    all.forEach(Service::stop);
    long deadline = System.nanoTime() + GRACE.toNanos();
    try {
      for (Service service : all) {
        if (!service.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())))) {
          log.warn("{} did not end in time; the next start goes on where it was.", service);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
