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
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.language.Language;
import kz.zharshy.schedule.ParsedTime;
import kz.zharshy.schedule.TimeExpressionParser;

/** Lets an editor choose a time, by a calendar of buttons or in words. */
final class TimePicker {
  private static final int FIRST_HOUR = 7;
  private static final int LAST_HOUR = 22;
  private static final int HOURS_A_ROW = 4;
  private static final int DAYS = 7;

  private final EditorContext context;
  private final TimeExpressionParser words;
  private final Questions questions;

  TimePicker(EditorContext context, Questions questions) {
    this.context = context;
    this.questions = questions;
    this.words = new TimeExpressionParser(context.zone());
  }

  /** The calendar of a month, or the hours of a day; words may be written instead. */
  Reply pick(Article article, String action, String more, Request request) {
    Language language = request.requester().language();
    questions.ask(request, "at", article.id(), CardVersion.of(article));
    CardButtons keys = CardButtons.asShown(context, language, article);
    LocalDate today = LocalDate.ofInstant(context.now(), context.zone());
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
        Answer.of(context.say(language, "time.ask", Long.toString(article.id())))
            .with(buttons.row(keys.says(context.say(language, "key.back"), "show"))));
  }

  private Buttons month(CardButtons keys, YearMonth month, LocalDate today, Language language) {
    Buttons buttons =
        Buttons.none()
            .row(
                keys.says(context.say(language, "key.in-an-hour"), "at +1h"),
                keys.says(context.say(language, "key.tomorrow-at-nine"), "at tomorrow 9:00"));
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

  private static List<Button> week(
      CardButtons keys, LocalDate monday, YearMonth month, LocalDate today) {
    List<Button> days = new ArrayList<>();
    for (int i = 0; i < DAYS; i++) {
      LocalDate day = monday.plusDays(i);
      if (YearMonth.from(day).equals(month) && !day.isBefore(today)) {
        days.add(keys.says(Integer.toString(day.getDayOfMonth()), "day " + day));
      }
    }
    return days;
  }

  private Buttons hours(CardButtons keys, LocalDate day) {
    Buttons buttons = Buttons.none();
    LocalDateTime now = LocalDateTime.ofInstant(context.now(), context.zone());
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
    ParsedTime reading = words.read(written, context.now());
    if (reading instanceof ParsedTime.At at) {
      return then.apply(at.moment());
    }
    if (reading instanceof ParsedTime.Past past) {
      return Reply.say(context.say(language, "time.past", context.when(language, past.next())));
    }
    if (reading instanceof ParsedTime.Skipped skipped) {
      return Reply.say(
          context.say(language, "time.skipped", context.when(language, skipped.next())));
    }
    if (reading instanceof ParsedTime.DayOnly day) {
      return Reply.say(
          context.say(
              language, "time.day-only", "%td.%<tm".formatted(day.day()).toLowerCase(Locale.ROOT)));
    }
    return Reply.say(
        context.say(
            language, reading instanceof ParsedTime.NoSuchTime ? "time.none" : "time.unclear"));
  }
}
