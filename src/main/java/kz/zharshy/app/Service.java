package kz.zharshy.app;

import java.time.Duration;

/** Something that runs on threads of its own until it is stopped. */
interface Service {
  void start();

  /** Begins nothing more. Returns at once. */
  void stop();

  /**
   * Waits for what is under way to end, after {@link #stop}.
   *
   * @return whether it has ended
   */
  boolean join(Duration limit) throws InterruptedException;

  /** Cuts short every wait, after {@link #stop}. Returns at once. */
  void interrupt();
}
