package kz.zharshy.schedule;

/**
 * A part of the day: stands for a time by itself, or tells 6 in the morning from 6 in the evening.
 */
enum DayPart {
  MORNING(9, 0),
  NOON(12, 12),
  LUNCH(13, 12),
  AFTERNOON(14, 12),
  EVENING(19, 12),
  NIGHT(22, 12),
  MIDNIGHT(24, 12);

  private static final int HALF_A_DAY = 12;
  private static final int NIGHT_FALLS = 6;

  private final int usualHour;
  private final int added;

  DayPart(int usualHour, int added) {
    this.usualHour = usualHour;
    this.added = added;
  }

  /** The hour meant if none is named; 24 is the end of the day. */
  int usualHour() {
    return usualHour;
  }

  /** The hour of 24 that "6 in the evening" means. */
  int hour(int named) {
    if (named > HALF_A_DAY) {
      return named;
    }
    if (this == NIGHT || this == MIDNIGHT) {
      return night(named);
    }
    if (this == MORNING) {
      return named % HALF_A_DAY;
    }
    return named % HALF_A_DAY + added;
  }

  /** Twelve at night is the end of the named day; two at night is early on it. */
  private static int night(int named) {
    return named < NIGHT_FALLS ? named : named + HALF_A_DAY;
  }
}
