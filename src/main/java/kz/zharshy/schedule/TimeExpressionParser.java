package kz.zharshy.schedule;

import java.time.Instant;
import java.time.ZoneId;

/**
 * Understands times as editors write them in Kazakh, Russian and English: {@code 18:30}, {@code
 * tomorrow 9}, {@code ертең 9:00}, {@code через 2 часа}, {@code 24.11 10:00}, {@code fri 18:00}.
 * Safe for use by several threads.
 *
 * <p>A weekday means the next one whose time is in the future; "next" means that of next week. A
 * date without a year means the nearest one. Morning is 9, noon 12, the afternoon 14, the evening
 * 19, the night 22 o'clock, and midnight the end of the day. Hours and minutes from now really
 * pass; days from now are calendar days. Of a clock time that occurs twice, because the clocks go
 * back, the first one in the future counts. A time that is past, or skipped because the clocks go
 * forward, is never guessed at: the person is asked.
 */
public final class TimeExpressionParser {
  private final ZoneId zone;

  /** Reads times of the newsroom's zone. */
  public TimeExpressionParser(ZoneId zone) {
    this.zone = zone;
  }

  /** What the words mean if written at this moment. */
  public ParsedTime read(String words, Instant now) {
    return new TimeTokenizer(words)
        .read()
        .<ParsedTime>map(said -> said.meaning(now, zone))
        .orElseGet(ParsedTime.Unclear::new);
  }
}
