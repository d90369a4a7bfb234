package kz.zharshy.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import kz.zharshy.article.ReasonCode;

/**
 * Hours of each day in which nothing is published; they may cross midnight.
 *
 * @param from the first quiet minute
 * @param to the first minute that is no longer quiet
 */
public record QuietHours(LocalTime from, LocalTime to) {
  public QuietHours {
    if (from.equals(to)) {
      throw new TimetableException(ReasonCode.QUIET_WITHOUT_END);
    }
  }

  /** Whether it is quiet at a time of the day. */
  public boolean cover(LocalTime time) {
    return from.isBefore(to)
        ? !time.isBefore(from) && time.isBefore(to)
        : !time.isBefore(from) || time.isBefore(to);
  }

  /** The first moment, from the given one on, that is not quiet. */
  Instant after(Instant moment, ZoneId zone) {
    Instant at = moment;
    while (cover(LocalDateTime.ofInstant(at, zone).toLocalTime())) {
      at = end(at, zone);
    }
    return at;
  }

  /** If the clocks change in between, checks again at that moment. */
  private Instant end(Instant at, ZoneId zone) {
    LocalDateTime local = LocalDateTime.ofInstant(at, zone);
    LocalDate day =
        local.toLocalTime().isBefore(to) ? local.toLocalDate() : local.toLocalDate().plusDays(1);
    ZoneOffsetTransition change = zone.getRules().nextTransition(at);
    Instant end = day.atTime(to).toInstant(zone.getRules().getOffset(at));
    return change != null && change.getInstant().isBefore(end) ? change.getInstant() : end;
  }
}
