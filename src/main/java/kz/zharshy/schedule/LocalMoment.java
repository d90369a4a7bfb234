package kz.zharshy.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** The moments that a clock time stands for. */
final class LocalMoment {
  private LocalMoment() {}

  /**
   * The moment of a clock time. One that the clocks leave out is the first moment after the gap;
   * one that comes twice is the first of the two.
   */
  static Instant of(LocalDateTime local, ZoneId zone) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    return offsets.isEmpty()
        ? zone.getRules().getTransition(local).getInstant()
        : local.toInstant(offsets.get(0));
  }
}
