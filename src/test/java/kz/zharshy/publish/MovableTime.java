package kz.zharshy.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A wall clock and a monotonic one that stand still until they are moved, together. */
public final class MovableTime extends Clock {
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private long nanos = 1_000_000_000_000L;

  public synchronized void pass(Duration time) {
    now = now.plus(time);
    nanos += time.toNanos();
  }

  public synchronized long nanos() {
    return nanos;
  }

  /** Sets the wall clock alone, as a person or a time server does. */
  public synchronized void setClock(Instant other) {
    now = other;
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new IllegalStateException("Only UTC is used.");
  }
}
