package kz.zharshy.publish;

import java.time.Duration;

/** Waits that shutting down ends at once. */
public interface ShutdownAwareWait {
  /** Waits so long. Throws {@link InterruptedException} if the program is being stopped. */
  void await(Duration wait) throws InterruptedException;
}
