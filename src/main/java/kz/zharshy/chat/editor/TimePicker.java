package kz.zharshy.chat.editor;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import kz.zharshy.article.Article;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Buttons;
import kz.zharshy.chat.Buttons.Button;
import kz.zharshy.chat.Question;
import kz.zharshy.chat.Reply;
import kz.zharshy.language.Language;
import kz.zharshy.schedule.Reading;
import kz.zharshy.schedule.TimeWords;

/** Lets an editor choose a time, by a calendar of buttons or in words. */
final class TimePicker {
  private static final int FIRST_HOUR = 7;
  private static final int LAST_HOUR = 22;
  private static final int HOURS_A_ROW = 4;
  private static final int DAYS = 7;

  private final Desk desk;
  private final TimeWords words;
  private final Questions questions;

  TimePicker(Desk desk, Questions questions) {
    this.desk = desk;
    this.questions = questions;
    this.words = new TimeWords(desk.zone());
  }

  /** The calendar of a month, or the hours of a day; words may be written instead. */
  Reply pick(Article article, String action, String more, Question question) {
    Language language = question.asker().language();
    questions.ask(question, "at", article.id(), AsShown.of(article));
    Keys keys = Keys.asShown(desk, language, article);
    LocalDate today = LocalDate.ofInstant(desk.now(), desk.zone());
    Buttons buttons;
    try {
      buttons =
          action.equals("day")
              ? hours(keys, LocalDate.parse(more))
              : month(
                  keys,
                  more.isEmpty() ? YearMonth.from(today) : YearMonth.parse(more),
                  today,
                  language);
    } catch (DateTimeException e) {
      buttons = month(keys, YearMonth.from(today), today, language);
    }
    return Reply.change(
        Answer.of(desk.say(language, "time.ask", Long.toString(article.id())))
            .with(buttons.row(keys.says(desk.say(language, "key.back"), "show"))));
  }

  private Buttons month(Keys keys, YearMonth month, LocalDate today, Language language) {
    Buttons buttons =
        Buttons.none()
            .row(
                keys.says(desk.say(language, "key.in-an-hour"), "at +1h"),
                keys.says(desk.say(language, "key.tomorrow-at-nine"), "at tomorrow 9:00"));
    List<Button> head = new ArrayList<>();
    if (month.isAfter(YearMonth.from(today))) {
      head.add(keys.says("‹", "month " + month.minusMonths(1)));
    }
    head.add(
        keys.says("%02d.%d".formatted(month.getMonthValue(), month.getYear()), "month " + month));
    head.add(keys.says("›", "month " + month.plusMonths(1)));
    buttons = buttons.row(head);
    LocalDate monday =
        month.atDay(1).with(java.time.temporal.TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    for (LocalDate week = monday; !week.isAfter(month.atEndOfMonth()); week = week.plusDays(DAYS)) {
      buttons = buttons.row(week(keys, week, month, today));
    }
    return buttons;
  }

  private static List<Button> week(Keys keys, LocalDate monday, YearMonth month, LocalDate today) {
    List<Button> days = new ArrayList<>();
    for (int i = 0; i < DAYS; i++) {
      LocalDate day = monday.plusDays(i);
      if (YearMonth.from(day).equals(month) && !day.isBefore(today)) {
        days.add(keys.says(Integer.toString(day.getDayOfMonth()), "day " + day));
      }
    }
    return days;
  }

  private Buttons hours(Keys keys, LocalDate day) {
    Buttons buttons = Buttons.none();
    LocalDateTime now = LocalDateTime.ofInstant(desk.now(), desk.zone());
    List<Button> row = new ArrayList<>();
    for (int hour = FIRST_HOUR; hour <= LAST_HOUR; hour++) {
      LocalDateTime at = day.atTime(LocalTime.of(hour, 0));
      if (at.isAfter(now)) {
        row.add(keys.says("%d:00".formatted(hour), "at %s %d:00".formatted(day, hour)));
      }
      if (row.size() == HOURS_A_ROW) {
        buttons = buttons.row(row);
        row = new ArrayList<>();
      }
    }
    return buttons.row(row);
  }

  /** Does something with the time that words mean, or asks back. */
  Reply read(String written, Language language, Function<Instant, Reply> then) {
    Reading reading = words.read(written, desk.now());
    if (reading instanceof Reading.At at) {
      return then.apply(at.moment());
    }
    if (reading instanceof Reading.Past past) {
      return Reply.say(desk.say(language, "time.past", desk.when(language, past.next())));
    }
    if (reading instanceof Reading.Skipped skipped) {
      return Reply.say(desk.say(language, "time.skipped", desk.when(language, skipped.next())));
    }
    if (reading instanceof Reading.DayOnly day) {
      return Reply.say(
          desk.say(
              language, "time.day-only", "%td.%<tm".formatted(day.day()).toLowerCase(Locale.ROOT)));
    }
    return Reply.say(
        desk.say(language, reading instanceof Reading.NoSuchTime ? "time.none" : "time.unclear"));
  }
}
