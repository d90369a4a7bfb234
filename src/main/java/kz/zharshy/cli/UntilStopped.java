package kz.zharshy.cli;

import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The wait of a command that only a signal ends: Ctrl-C, or a supervisor's SIGTERM. */
final class UntilStopped {
  private static final Logger log = LoggerFactory.getLogger(UntilStopped.class);

  private UntilStopped() {}

  /**
   * Ends only by a signal: what runs is then stopped in order, and the program says all is fine.
   */
  static void await(AutoCloseable running) throws InterruptedException {
    Thread stop =
        new Thread(
            () -> {
              try {
                running.close();
                log.info("Stopped.");
              } catch (Exception e) {
                log.error("Stopping went wrong: {}", e.toString());
              }
              // A signal's own exit code would tell a supervisor that something failed.
              Runtime.getRuntime().halt(0);
            },
            "zharshy-stop");
    Runtime.getRuntime().addShutdownHook(stop);
    new CountDownLatch(1).await();
  }
}
