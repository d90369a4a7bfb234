package kz.zharshy.memory;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import kz.zharshy.health.Heartbeat;
import org.jspecify.annotations.Nullable;

/**
 * The memory for everything that is parsed or decoded at once. Whoever builds something large of
 * what came from outside says before how large it may become, and waits its turn while others hold
 * the rest; what is too large for the whole budget never begins. Safe for use by several threads.
 *
 * <p>Work inside of work is part of it and waits for nothing, so that no two can wait for each
 * other.
 */
public final class MemoryBudget {
  /** Of all threads of this process: a quarter of the smallest heap that the bot is run with. */
  public static final MemoryBudget OF_PROCESS = new MemoryBudget(48L << 20);

  private static final int UNIT = 1024;

  /** Waiting for others, and then reading something large. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final long bytes;
  private final Semaphore free;
  private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

  /**
   * @param bytes for everything at once
   */
  public MemoryBudget(long bytes) {
    this.bytes = bytes;
    this.free = new Semaphore((int) (bytes / UNIT), true);
  }

  /** Work that needs memory, and may fail in its own way. */
  public interface Work<T extends @Nullable Object, E extends Exception> {
    T run() throws E;
  }

  /** All of it. */
  public long bytes() {
    return bytes;
  }

  /** Whether something of this size can be held at all. */
  public boolean admits(long size) {
    return size <= bytes;
  }

  /**
   * Does the work when there is room for it.
   *
   * @param size the most that it will hold, in bytes
   * @throws IllegalArgumentException if that is more than the whole budget
   */
  public <T extends @Nullable Object, E extends Exception> T hold(long size, Work<T, E> work)
      throws E {
    if (!admits(size)) {
      throw new IllegalArgumentException(size + " of " + bytes + " bytes cannot be held");
    }
    if (inside.get()) {
      return work.run();
    }
    int units = (int) (size / UNIT) + (size % UNIT == 0 ? 0 : 1);
    return Heartbeat.within(
        "reading",
        LONGEST,
        () -> {
          free.acquireUninterruptibly(units);
          inside.set(true);
          try {
            return work.run();
          } finally {
            inside.remove();
            free.release(units);
          }
        });
  }
}
