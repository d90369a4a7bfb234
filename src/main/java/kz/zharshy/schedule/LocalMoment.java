package kz.zharshy.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** Converts local clock times into moments. */
final class LocalMoment {
  private LocalMoment() {}

  /**
   * The moment of a clock time. A time that the clocks skip becomes the first moment after the gap;
   * of a time that occurs twice, the first counts.
   */
  static Instant of(LocalDateTime local, ZoneId zone) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    return offsets.isEmpty()
        ? zone.getRules().getTransition(local).getInstant()
        : local.toInstant(offsets.get(0));
  }
}
