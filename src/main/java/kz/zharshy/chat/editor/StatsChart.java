package kz.zharshy.chat.editor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.zharshy.chat.editor.chart.Chart;
import kz.zharshy.chat.editor.chart.Chart.Series;
import kz.zharshy.chat.editor.chart.ChartPicture;
import kz.zharshy.language.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The statistics of a period as a picture. Safe for use by several threads. */
final class StatsChart {
  private static final Logger log = LoggerFactory.getLogger(StatsChart.class);

  private final EditorContext context;
  private final ChartPicture picture = new ChartPicture();

  StatsChart(EditorContext context) {
    this.context = context;
  }

  /** Empty where this machine's Java cannot draw, as some that were made small cannot. */
  Optional<byte[]> of(StatsPeriod period, StatsTally tally, Language language) {
    Chart chart =
        new Chart(
            labels(period, language),
            List.of(
                new Series(context.say(language, "chart.reactions"), tally.reactionsByBar()),
                new Series(context.say(language, "chart.posts"), tally.postsByBar())));
    try {
      return Optional.of(picture.png(chart));
    } catch (LinkageError e) {
      log.warn("This Java draws no charts: {}", e.toString());
      return Optional.empty();
    }
  }

  private List<String> labels(StatsPeriod period, Language language) {
    List<String> labels = new ArrayList<>();
    if (period.length() == StatsPeriod.Length.DAY) {
      for (int hour = 0; hour < 24; hour++) {
        labels.add(Integer.toString(hour));
      }
      return labels;
    }
    List<String> weekdays = List.of(context.say(language, "chart.weekdays").split(",", -1));
    for (LocalDate day = period.first(); !day.isAfter(period.last()); day = day.plusDays(1)) {
      String number = Integer.toString(day.getDayOfMonth());
      boolean week = period.length() == StatsPeriod.Length.WEEK;
      labels.add(week ? weekdays.get(day.getDayOfWeek().getValue() - 1) + " " + number : number);
    }
    return labels;
  }
}
