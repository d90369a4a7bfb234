package kz.zharshy.schedule;

import java.time.Instant;
import java.time.ZoneId;

/**
 * Understands times as editors write them in Kazakh, Russian and English: {@code 18:30}, {@code
 * tomorrow 9}, {@code ертең 9:00}, {@code через 2 часа}, {@code 24.11 10:00}, {@code fri 18:00}.
 * Safe for use by several threads.
 *
 * <p>A weekday is the next one whose time is still to come; "next" before it is the coming week's.
 * A date without a year is the nearest one. Morning is 9, noon 12, the afternoon 14, the evening
 * 19, the night 22 o'clock, and midnight the end of the day. Hours and minutes from now really
 * pass; days from now are days of the calendar. A clock time that comes twice, because the clocks
 * are put back, is the first that is not over. What is past, or left out because the clocks are put
 * forward, or a clock time without a day that is over, is never guessed: it is asked back.
 */
public final class TimeExpressionParser {
  private final ZoneId zone;

  /** Reads times of the newsroom's zone. */
  public TimeExpressionParser(ZoneId zone) {
    this.zone = zone;
  }

  /** What the words mean when they are written now. */
  public ParsedTime read(String words, Instant now) {
    return new TimeTokenizer(words)
        .read()
        .<ParsedTime>map(said -> said.meaning(now, zone))
        .orElseGet(ParsedTime.Unclear::new);
  }
}
