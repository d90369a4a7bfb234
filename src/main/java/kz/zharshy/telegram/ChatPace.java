package kz.zharshy.telegram;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import kz.zharshy.telegram.SlidingWindow.Place;

/**
 * When the next call may go to one chat. All times are nanoseconds of one monotonic clock. Not safe
 * for several threads.
 *
 * <p>In a channel the calls of a full minute are spread: a few follow each other quickly, as the
 * parts of an article do, and many at {@value #SPREAD} of the even distance. The more they are
 * spread, the later the last of a long queue goes out: at the even distance itself a minute would
 * end where the next may begin, and every delay would add up.
 */
final class ChatPace {
  private static final double SPREAD = 0.4;

  /** After so many calls in a minute they are spread fully. */
  private static final double QUICK_CALLS = 8;

  /** "Short bursts" above one a second are allowed in a chat with a person. */
  private static final int BURST = 3;

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final long CAREFUL = Duration.ofMinutes(10).toNanos();
  private static final double MORE_CAREFUL = 1.5;

  private final FloodLimits limits;
  private final boolean person;
  private final SlidingWindow seconds;
  private final SlidingWindow longer;
  private final Deque<Place> open = new ArrayDeque<>();
  private long lastBegun = Long.MIN_VALUE / 2;
  private long notBefore = Long.MIN_VALUE;
  private long carefulUntil = Long.MIN_VALUE;
  private double stretch = 1;

  ChatPace(FloodLimits limits, boolean person) {
    this(
        limits,
        person,
        new SlidingWindow(limits.chatPerSecond(), SECOND),
        person
            ? new SlidingWindow(BURST * limits.chatPerSecond(), SECOND.multipliedBy(BURST))
            : new SlidingWindow(limits.channelPerMinute(), MINUTE));
  }

  private ChatPace(
      FloodLimits limits, boolean person, SlidingWindow seconds, SlidingWindow longer) {
    this.limits = limits;
    this.person = person;
    this.seconds = seconds;
    this.longer = longer;
  }

  /** When the next call may begin, {@code now} at the earliest. */
  long free(long now) {
    double factor = now < carefulUntil ? stretch : 1;
    int room = (int) Math.max(1, longer.limit() / factor);
    long at = Math.max(Math.max(now, notBefore), longer.free(now, 1, room));
    if (person && factor == 1) {
      return at;
    }
    at = Math.max(at, seconds.free(now, factor, seconds.limit()));
    return person ? at : Math.max(at, lastBegun + (long) (distance(now) * factor));
  }

  /** Counts a call; one that is under way until {@link #end}. */
  void add(Place place) {
    seconds.add(place);
    longer.add(place);
    lastBegun = Math.max(lastBegun, place.begun());
    if (place.isOpen()) {
      open.add(place);
    }
  }

  void end(long now) {
    Place oldest = open.poll();
    if (oldest != null) {
      oldest.end(now);
    }
  }

  void backOff(long now, long wait) {
    stretch =
        Math.min(SlidingWindow.LARGEST_STRETCH, (now < carefulUntil ? stretch : 1) * MORE_CAREFUL);
    notBefore = Math.max(notBefore, now + wait);
    carefulUntil = notBefore + CAREFUL;
  }

  /** When the call may begin that has {@code ahead} others before it. */
  long promise(long now, int ahead) {
    ChatPace dream = new ChatPace(limits, person, seconds.copy(now), longer.copy(now));
    dream.lastBegun = lastBegun;
    dream.notBefore = notBefore;
    dream.carefulUntil = carefulUntil;
    dream.stretch = stretch;
    long at = dream.free(now);
    for (int i = 0; i < ahead; i++) {
      dream.add(new Place(at, at));
      at = dream.free(at);
    }
    return at;
  }

  /** Whether nothing of the past matters any more. */
  boolean isIdle(long now) {
    return open.isEmpty()
        && now >= notBefore
        && now >= carefulUntil
        && longer.used(now) + seconds.used(now) == 0;
  }

  /** How long after the begin of the last call the next one may begin, by how many there were. */
  private double distance(long now) {
    double closest = (double) SECOND.toNanos() / limits.chatPerSecond();
    double spread = SPREAD * MINUTE.toNanos() / limits.channelPerMinute();
    double share = Math.min(1, longer.used(now) / QUICK_CALLS);
    return closest + Math.max(0, spread - closest) * share;
  }
}
