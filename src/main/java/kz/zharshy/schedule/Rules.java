package kz.zharshy.schedule;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import kz.zharshy.article.Priority;
import kz.zharshy.article.ReasonCode;

/**
 * When the articles of a channel may go out.
 *
 * <p>Breaking news ignores all of this. An article with a time of its own needs no slot, but keeps
 * the spacing and the quiet hours. A slot takes one post.
 *
 * @param spacing the least time between two posts
 * @param quiet by priority; nothing for breaking news
 * @param burst of posts closer together than this, only the last makes a sound
 */
public record Rules(
    Slots slots, Duration spacing, Map<Priority, QuietHours> quiet, Duration burst) {
  private static final Duration LONGEST = Duration.ofDays(1);

  /** No rules: everything is published at once. */
  public static final Rules NONE = new Rules(Slots.ANY, Duration.ZERO, Map.of(), Duration.ZERO);

  public Rules {
    quiet = Map.copyOf(quiet);
    if (quiet.containsKey(Priority.BREAKING)) {
      throw new TimetableException(ReasonCode.BREAKING_IS_NEVER_QUIET);
    }
    if (spacing.isNegative() || spacing.compareTo(LONGEST) > 0) {
      throw new TimetableException(ReasonCode.SPACING_OUT_OF_RANGE);
    }
    if (burst.isNegative() || burst.compareTo(Duration.ofHours(1)) > 0) {
      throw new TimetableException(ReasonCode.BURST_OUT_OF_RANGE);
    }
    for (List<LocalTime> day : slots.times().values()) {
      for (LocalTime time : day) {
        refuseQuiet(time, quiet);
      }
    }
  }

  /** Whether an article that is due might have to wait. */
  public boolean letWait() {
    return !slots.isAny() || !spacing.isZero() || !quiet.isEmpty();
  }

  private static void refuseQuiet(LocalTime slot, Map<Priority, QuietHours> quiet) {
    quiet.forEach(
        (priority, hours) -> {
          if (hours.cover(slot)) {
            throw new TimetableException(
                ReasonCode.SLOT_IN_QUIET_HOURS, slot.toString(), hours.from() + "-" + hours.to());
          }
        });
  }
}
