package kz.zharshy.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import kz.zharshy.article.Priority;
import kz.zharshy.article.QueueLane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Berlin; 25 March 2026 is a Wednesday, and on the 29th the clocks are put forward. */
final class TimetableTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final QueueLane BREAKING = new QueueLane(Priority.BREAKING, false);
  private static final QueueLane IN_TURN = new QueueLane(Priority.NORMAL, false);
  private static final QueueLane SCHEDULED = new QueueLane(Priority.NORMAL, true);
  private static final QueueLane LOW = new QueueLane(Priority.LOW, true);
  private static final Instant WEDNESDAY_NOON = Instant.parse("2026-03-25T11:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mon-fri 9:00 12:30 18:00; sat 11:00 | mon-fri 09:00 12:30 18:00; sat 11:00
          Сб,Вс 10:00; SPACING 15 | sat,sun 10:00; spacing 15
          жұма 9; quiet 23:00–7:00 | fri 09:00; quiet 23:00-07:00
          fri-mon 8:05; quiet low 20:00-6:00; burst 60 | mon,fri,sat,sun 08:05; \
          quiet low 20:00-06:00; burst 60
          daily 9; quiet normal 1:00-2:00; quiet low 1:00-3:00 | mon-sun 09:00; \
          quiet normal 01:00-02:00; quiet low 01:00-03:00
          """)
  void rulesAreReadAsPeopleWriteThem(String written, String kept) {
    Rules rules = TimetableParser.read(written);

    assertThat(TimetableParser.write(rules)).isEqualTo(kept);
    assertThat(TimetableParser.read(kept)).isEqualTo(rules);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          whenever | "whenever" is no rule. Write for example: mon-fri 9:00 18:00; spacing 10; \
          quiet 23:00-7:00.
          mon 25:00 | "25:00" is no time of the day.
          someday 9:00 | "someday" is no day of the week.
          daily 2:00; quiet 23:00-7:00 | The slot 02:00 lies in the quiet hours 23:00-07:00.
          spacing 2000 | The spacing is 0 to 1440 minutes.
          quiet 7:00-7:00 | Quiet hours need an end that is not their beginning.
          """)
  void wrongRulesSayWhatIsWrong(String written, String complaint) {
    assertThatThrownBy(() -> TimetableParser.read(written)).hasMessage(complaint);
  }

  @Test
  void withoutRulesEverythingGoesOutAtOnce() {
    assertThat(timetable("").open(WEDNESDAY_NOON, WEDNESDAY_NOON)).containsAll(QueueLane.all());
  }

  @Test
  void breakingNewsWaitForNothing() {
    Timetable timetable = timetable("mon 9:00; spacing 60; quiet 11:00-14:00");

    assertThat(timetable.earliest(BREAKING, WEDNESDAY_NOON, WEDNESDAY_NOON))
        .isEqualTo(WEDNESDAY_NOON);
    assertThat(timetable.open(null, WEDNESDAY_NOON))
        .containsExactlyInAnyOrder(BREAKING, new QueueLane(Priority.BREAKING, true));
  }

  @Test
  void whatHasItsOwnTimeNeedsNoSlotButKeepsTheSpacing() {
    Timetable timetable = timetable("daily 18:00; spacing 15");
    Instant last = WEDNESDAY_NOON.minusSeconds(60);

    assertThat(timetable.earliest(SCHEDULED, last, WEDNESDAY_NOON))
        .isEqualTo(last.plusSeconds(900));
    assertThat(timetable.earliest(IN_TURN, last, WEDNESDAY_NOON))
        .isEqualTo(Instant.parse("2026-03-25T17:00:00Z"));
  }

  @Test
  void aSlotIsForOnePostAndOpenForFiveMinutes() {
    Timetable timetable = timetable("daily 12:00 18:00");
    Instant evening = Instant.parse("2026-03-25T17:00:00Z");

    assertThat(timetable.earliest(IN_TURN, null, WEDNESDAY_NOON.plusSeconds(299)))
        .isEqualTo(WEDNESDAY_NOON.plusSeconds(299));
    assertThat(timetable.earliest(IN_TURN, null, WEDNESDAY_NOON.plusSeconds(300)))
        .isEqualTo(evening);
    assertThat(timetable.earliest(IN_TURN, WEDNESDAY_NOON, WEDNESDAY_NOON.plusSeconds(1)))
        .isEqualTo(evening);
  }

  @Test
  void quietHoursEndByTheClockOnTheWall() {
    Timetable timetable = timetable("quiet low 22:00-7:00");

    assertThat(timetable.earliest(LOW, null, Instant.parse("2026-03-28T22:00:00Z")))
        .isEqualTo(Instant.parse("2026-03-29T05:00:00Z"));
    assertThat(timetable.earliest(SCHEDULED, null, Instant.parse("2026-03-28T22:00:00Z")))
        .isEqualTo(Instant.parse("2026-03-28T22:00:00Z"));
  }

  @Test
  void aSlotThatTheClocksLeaveOutIsTheFirstMomentAfterIt() {
    assertThat(timetable("sun 2:30").earliest(IN_TURN, null, WEDNESDAY_NOON))
        .isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
  }

  @Test
  void promisesFollowTheOrderAndTheLimitOfTelegram() {
    ScheduleForecast forecast = new ScheduleForecast(timetable("spacing 10"), 20);
    Instant due = WEDNESDAY_NOON.plusSeconds(300);
    List<ScheduleForecast.Waiting> waiting =
        List.of(
            new ScheduleForecast.Waiting(1, IN_TURN, WEDNESDAY_NOON),
            new ScheduleForecast.Waiting(2, IN_TURN, WEDNESDAY_NOON),
            new ScheduleForecast.Waiting(3, SCHEDULED, due),
            new ScheduleForecast.Waiting(4, BREAKING, WEDNESDAY_NOON));

    assertThat(forecast.of(waiting, null, WEDNESDAY_NOON))
        .isEqualTo(
            Map.of(
                4L, WEDNESDAY_NOON,
                1L, WEDNESDAY_NOON.plusSeconds(600),
                2L, WEDNESDAY_NOON.plusSeconds(1200),
                3L, WEDNESDAY_NOON.plusSeconds(1800)));
    assertThat(new ScheduleForecast(timetable(""), 2).of(waiting.subList(0, 3), null, due).get(3L))
        .isEqualTo(due.plus(Duration.ofMinutes(1)));
  }

  @Test
  void aLongQueueIsPromisedInItsOrder() {
    List<ScheduleForecast.Waiting> waiting =
        LongStream.range(0, 5000)
            .mapToObj(
                id -> new ScheduleForecast.Waiting(id, IN_TURN, WEDNESDAY_NOON.plusSeconds(id)))
            .toList();

    assertThat(
            new ScheduleForecast(timetable("spacing 1"), 20)
                .of(waiting, null, WEDNESDAY_NOON)
                .get(4999L))
        .isEqualTo(WEDNESDAY_NOON.plus(Duration.ofMinutes(4999)));
  }

  private static Timetable timetable(String rules) {
    return new Timetable(TimetableParser.read(rules), BERLIN);
  }
}
