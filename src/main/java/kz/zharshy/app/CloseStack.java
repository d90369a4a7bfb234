package kz.zharshy.app;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what was opened, the last first, once, and whatever one of them throws. */
final class CloseStack implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(CloseStack.class);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  synchronized void add(AutoCloseable resource) {
    open.push(resource);
  }

  @Override
  public synchronized void close() {
    while (!open.isEmpty()) {
      AutoCloseable next = open.pop();
      try {
        next.close();
      } catch (Exception e) {
        log.warn("Closing {} went wrong: {}", next.getClass().getSimpleName(), e.toString());
      }
    }
  }
}
