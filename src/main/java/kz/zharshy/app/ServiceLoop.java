package kz.zharshy.app;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.health.Errors;
import kz.zharshy.health.Health;
import kz.zharshy.health.Heartbeat;
import kz.zharshy.store.QueueException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that takes one step after another, and in between waits as long as the step said, until
 * it is woken, or until it is stopped. A step that throws costs a pause, never the loop; an {@link
 * Error} ends the program, since nobody knows what it has left half done.
 */
final class ServiceLoop implements Service {
  private static final Logger log = LoggerFactory.getLogger(ServiceLoop.class);
  private static final Duration AFTER_A_FAULT = Duration.ofSeconds(5);

  /** One step; returns how long there will be nothing to do. */
  interface Step {
    Duration step() throws InterruptedException;
  }

  private final Health health;
  private final String name;
  private final Heartbeat heartbeat;
  private final Step step;
  private final boolean interruptible;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition bell = lock.newCondition();
  private boolean woken;
  private boolean stopping;
  private boolean failing;

  ServiceLoop(Health health, String name, Step step) {
    this(health, name, step, false);
  }

  private ServiceLoop(Health health, String name, Step step, boolean interruptible) {
    this.health = health;
    this.name = name;
    this.heartbeat = health.worker(name);
    this.step = step;
    this.interruptible = interruptible;
    this.thread = new Thread(this::run, "zharshy-" + name);
    thread.setDaemon(true);
  }

  /** A loop whose steps lose nothing when a wait in them is cut short. */
  static ServiceLoop interruptible(Health health, String name, Step step) {
    return new ServiceLoop(health, name, step, true);
  }

  @Override
  public void start() {
    thread.start();
  }

  /** Ends the wait; where a step is under way, the next follows at once. */
  void wake() {
    lock.lock();
    try {
      woken = true;
      bell.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void stop() {
    lock.lock();
    try {
      stopping = true;
      bell.signalAll();
    } finally {
      lock.unlock();
    }
    if (interruptible) {
      thread.interrupt();
    }
  }

  @Override
  public boolean join(Duration limit) throws InterruptedException {
    thread.join(Math.max(1, limit.toMillis()));
    return !thread.isAlive();
  }

  @Override
  public void interrupt() {
    thread.interrupt();
  }

  @Override
  public String toString() {
    return name;
  }

  private void run() {
    heartbeat.begin();
    try {
      while (goesOn()) {
        heartbeat.step();
        Duration wait = takeStep();
        heartbeat.rest(wait);
        await(wait);
      }
    } catch (InterruptedException e) {
      log.debug("The loop {} was interrupted.", name);
    }
    heartbeat.end();
  }

  private boolean goesOn() {
    lock.lock();
    try {
      return !stopping;
    } finally {
      lock.unlock();
    }
  }

  private Duration takeStep() throws InterruptedException {
    try {
      Duration wait = step.step();
      health.well(name);
      failing = false;
      return wait;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      Errors.throwBehind(e);
      if (!goesOn()) {
        log.debug("The last step of {} did not end", name, e);
        return Duration.ZERO;
      }
      // The last line of defence: whatever it is, the next article must not pay for it.
      log.error("A step of {} went wrong and is tried again in 5 s: {}", name, e.toString());
      log.debug("Where it went wrong", e);
      if (failing) {
        health.trouble(name, trouble(e));
      }
      failing = true;
      return AFTER_A_FAULT;
    }
  }

  private Reason trouble(Exception e) {
    return e instanceof QueueException database
        ? Reason.of(ReasonCode.DATABASE_TROUBLE, database.reason())
        : Reason.of(ReasonCode.WORKER_FAILS, name, e.toString());
  }

  private void await(Duration wait) throws InterruptedException {
    long nanos = wait.toNanos();
    lock.lock();
    try {
      while (!woken && !stopping && nanos > 0) {
        nanos = bell.awaitNanos(nanos);
      }
      woken = false;
    } finally {
      lock.unlock();
    }
  }

  /** A wait inside a step that only an interrupt ends. */
  static void patiently(Duration wait) throws InterruptedException {
    Heartbeat.within(
        "a pause",
        wait.plus(AFTER_A_FAULT),
        () -> {
          TimeUnit.NANOSECONDS.sleep(wait.toNanos());
          return true;
        });
  }
}
