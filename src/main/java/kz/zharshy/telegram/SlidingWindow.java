package kz.zharshy.telegram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * So many calls in so long a time, wherever one lays that time. All times are nanoseconds of one
 * monotonic clock. Not safe for several threads.
 *
 * <p>A call reaches Telegram at some moment between its begin and its end. So it is taken to have
 * arrived as late as can be when it grows old, and the next one as early as can be: however
 * unevenly the network delays them, Telegram never sees too many.
 */
final class SlidingWindow {
  /** A call, under way or ended. */
  static final class Place {
    private final long begun;
    private long ended = Long.MAX_VALUE;

    Place(long begun) {
      this.begun = begun;
    }

    Place(long begun, long ended) {
      this.begun = begun;
      this.ended = ended;
    }

    long begun() {
      return begun;
    }

    void end(long now) {
      ended = now;
    }

    boolean isOpen() {
      return ended == Long.MAX_VALUE;
    }

    private long latestArrival(long now) {
      return Math.min(Math.min(ended, now), begun + LONGEST_CALL);
    }
  }

  /** For a server whose clock ticks coarsely, or that counts both ends of the time. */
  static final long MARGIN = Duration.ofMillis(100).toNanos();

  static final double LARGEST_STRETCH = 3;

  /** No call takes longer, so whoever forgot to say that one ended blocks nobody for ever. */
  private static final long LONGEST_CALL = Duration.ofMinutes(2).toNanos();

  private final int limit;
  private final long length;
  private final List<Place> places = new ArrayList<>();

  SlidingWindow(int limit, Duration length) {
    this(limit, length.toNanos());
  }

  private SlidingWindow(int limit, long length) {
    this.limit = limit;
    this.length = length;
  }

  void add(Place place) {
    places.removeIf(old -> expiry(old, place.begun, LARGEST_STRETCH) <= place.begun);
    places.add(place);
  }

  /** How many calls count at that moment. */
  long used(long now) {
    return places.stream().filter(place -> expiry(place, now, 1) > now).count();
  }

  int limit() {
    return limit;
  }

  /**
   * When one more call fits, {@code now} at the earliest.
   *
   * @param stretch how much longer than usual a call counts, 1 to {@link #LARGEST_STRETCH}
   * @param room the limit, or less for those who may not take all of it
   */
  long free(long now, double stretch, int room) {
    List<Long> expiries =
        places.stream()
            .map(place -> expiry(place, now, stretch))
            .filter(expiry -> expiry > now)
            .sorted()
            .toList();
    return expiries.size() < room ? now : expiries.get(expiries.size() - room);
  }

  /** The same, with the calls under way taken as ended. */
  SlidingWindow copy(long now) {
    SlidingWindow copy = new SlidingWindow(limit, length);
    places.forEach(place -> copy.add(new Place(place.begun, place.latestArrival(now))));
    return copy;
  }

  private long expiry(Place place, long now, double stretch) {
    return place.latestArrival(now) + (long) (length * stretch) + MARGIN;
  }
}
