package kz.zharshy.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import kz.zharshy.sandbox.SandboxWorld;
import kz.zharshy.sandbox.fault.Effect;
import kz.zharshy.sandbox.fault.Fault;

/** Counts the messages that a bot begins to send, and can hold one up. Safe for several threads. */
final class SendWatch {
  private enum Hold {
    NONE,
    BEFORE,
    AFTER
  }

  private final Predicate<JsonNode> wanted;
  private CountDownLatch held = new CountDownLatch(0);
  private Hold hold = Hold.NONE;
  private int seen;
  private long first;

  private SendWatch(Predicate<JsonNode> wanted) {
    this.wanted = wanted;
  }

  /** What goes into a channel. */
  static SendWatch ofPosts() {
    return new SendWatch(params -> params.path("chat_id").asText().startsWith("@"));
  }

  /** What goes to a person. */
  static SendWatch ofAnswers() {
    return new SendWatch(params -> params.path("chat_id").asLong() > 0);
  }

  /** What goes to a person and begins so. */
  static SendWatch ofLetters(String beginning) {
    return new SendWatch(
        params ->
            params.path("chat_id").asLong() > 0
                && params.path("text").asText().startsWith(beginning));
  }

  /** To be the first of a server's faults. */
  void watch(SandboxWorld telegram) {
    telegram.onCall(holding(false).when(params -> see(params) && takes(Hold.BEFORE)).always());
    telegram.onCall(
        holding(true).when(params -> wanted.test(params) && takes(Hold.AFTER)).always());
  }

  /** Counts from 0 again. */
  synchronized void begin() {
    seen = 0;
  }

  /** How long after a moment the first post since {@link #begin} was begun. */
  synchronized Optional<Duration> firstAfter(long nanos) {
    return seen == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(first - nanos));
  }

  /** Holds up the next post before it is done, or its answer after that, until {@link #release}. */
  synchronized void holdNext(boolean done) {
    hold = done ? Hold.AFTER : Hold.BEFORE;
    held = new CountDownLatch(1);
  }

  synchronized void release() {
    hold = Hold.NONE;
    held.countDown();
  }

  /** Waits for the n-th post, so long at the most; says whether it was begun. */
  synchronized boolean await(int posts, Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (seen < posts) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  private synchronized boolean see(JsonNode params) {
    if (wanted.test(params)) {
      first = seen == 0 ? System.nanoTime() : first;
      seen++;
      notifyAll();
      return true;
    }
    return false;
  }

  private synchronized boolean takes(Hold wanted) {
    if (hold != wanted) {
      return false;
    }
    hold = Hold.NONE;
    return true;
  }

  private Fault holding(boolean done) {
    Effect.Pause pause = () -> latch().await();
    return new Fault("hold", "sendMessage", params -> true, 1, new Effect.Wait(pause, done));
  }

  private synchronized CountDownLatch latch() {
    return held;
  }
}
