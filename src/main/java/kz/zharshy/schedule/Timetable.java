package kz.zharshy.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import kz.zharshy.article.Priority;
import kz.zharshy.article.QueueLane;
import org.jspecify.annotations.Nullable;

/**
 * Tells when an article of a lane may go out. Pure: the same question gets the same answer. Safe
 * for use by several threads.
 */
public final class Timetable {
  private final Rules rules;
  private final ZoneId zone;

  /** The timetable of a channel whose rules are in this time zone. */
  public Timetable(Rules rules, ZoneId zone) {
    this.rules = rules;
    this.zone = zone;
  }

  /**
   * The first moment, from the given one on, at which an article of a lane may go out.
   *
   * @param last when the channel's last post went out, or null
   */
  public Instant earliest(QueueLane turn, @Nullable Instant last, Instant from) {
    if (turn.priority() == Priority.BREAKING) {
      return from;
    }
    Instant at = from;
    for (Instant next = later(turn, last, at); next.isAfter(at); next = later(turn, last, at)) {
      at = next;
    }
    return at;
  }

  /** The lanes from which an article may go out now. */
  public Set<QueueLane> open(@Nullable Instant last, Instant now) {
    Set<QueueLane> open = new HashSet<>();
    for (QueueLane turn : QueueLane.all()) {
      if (!earliest(turn, last, now).isAfter(now)) {
        open.add(turn);
      }
    }
    return open;
  }

  /** How soon after a post the next one counts as the same burst. */
  public Duration burst() {
    return rules.burst();
  }

  /** A moment that one rule allows may be forbidden by another, so this is repeated. */
  private Instant later(QueueLane turn, @Nullable Instant last, Instant at) {
    Instant spaced = last == null ? at : latest(at, last.plus(rules.spacing()));
    QuietHours quiet = rules.quiet().get(turn.priority());
    Instant loud = quiet == null ? spaced : quiet.after(spaced, zone);
    boolean inSlots = !turn.scheduled() && !rules.slots().isAny();
    return inSlots ? rules.slots().next(loud, last, zone) : loud;
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
