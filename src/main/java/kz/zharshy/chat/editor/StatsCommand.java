package kz.zharshy.chat.editor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.ButtonPress;
import kz.zharshy.chat.Buttons;
import kz.zharshy.chat.Buttons.Button;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.CommandInfo;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.chat.editor.StatsPeriod.Length;
import kz.zharshy.chat.editor.chart.Chart;
import kz.zharshy.chat.editor.chart.Chart.Series;
import kz.zharshy.chat.editor.chart.ChartPicture;
import kz.zharshy.language.Language;
import kz.zharshy.publish.Channel;
import kz.zharshy.store.Statistics.Post;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /stats}, {@code /stats day}, {@code /stats month -1 @channel}: how a day, a week or a
 * month went, with a chart. Its buttons turn the same message over.
 */
final class StatsCommand implements Command {
  private static final Map<String, Length> LENGTHS =
      Map.ofEntries(
          Map.entry("day", Length.DAY),
          Map.entry("день", Length.DAY),
          Map.entry("күн", Length.DAY),
          Map.entry("week", Length.WEEK),
          Map.entry("неделя", Length.WEEK),
          Map.entry("апта", Length.WEEK),
          Map.entry("month", Length.MONTH),
          Map.entry("месяц", Length.MONTH),
          Map.entry("ай", Length.MONTH));

  private final EditorContext context;
  private final StatsChart chart;

  /** What is asked for: which days, and of which channel; empty for all of them. */
  private record Wish(StatsPeriod period, String channel) {}

  StatsCommand(EditorContext context) {
    this.context = context;
    this.chart = new StatsChart(context);
  }

  @Override
  public CommandInfo info() {
    return CommandInfo.of("stats", Role.EDITOR);
  }

  @Override
  public Reply answer(Request request) {
    Language language = request.requester().language();
    Length length = Length.WEEK;
    int back = 0;
    String channel = "";
    for (String word : request.words().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
      if (LENGTHS.containsKey(word)) {
        length = LENGTHS.getOrDefault(word, length);
      } else if (word.matches("-\\d{1,3}")) {
        back = Integer.parseInt(word.substring(1));
      } else if (!word.isEmpty()) {
        Optional<Channel> named = PauseCommand.named(context, word).stream().findFirst();
        if (named.isEmpty()) {
          return Reply.say(context.say(language, "stats.how"));
        }
        channel = named.get().name();
      }
    }
    LocalDate today = LocalDate.ofInstant(context.now(), context.zone());
    return told(new Wish(StatsPeriod.of(length, back, today), channel), request);
  }

  private Reply told(Wish wish, Request request) {
    Language language = request.requester().language();
    StatsTally tally = new StatsTally(posts(wish), wish.period(), context.zone());
    Answer answer =
        new StatsText(context, wish.period(), shownChannel(wish), language)
            .of(tally)
            .done()
            .with(buttons(wish, language));
    Optional<byte[]> png = chart.of(wish.period(), tally, language);
    if (png.isEmpty()) {
      return Reply.change(answer);
    }
    ButtonPress pressed = request.pressed();
    Integer message = pressed == null ? null : pressed.messageId();
    return Reply.none()
        .and(
            message == null
                ? answer.under(png.get(), request.chat())
                : answer.under(png.get(), request.chat(), message));
  }

  private List<Post> posts(Wish wish) {
    return context
        .database()
        .statistics()
        .posts(wish.period().from(context.zone()), wish.period().until(context.zone()))
        .stream()
        .filter(post -> wish.channel().isEmpty() || post.channel().equalsIgnoreCase(wish.channel()))
        .toList();
  }

  /** Where there is one channel only, it is that one. */
  private String shownChannel(Wish wish) {
    return context.channels().size() == 1 ? context.channels().get(0).name() : wish.channel();
  }

  private Buttons buttons(Wish wish, Language language) {
    StatsPeriod period = wish.period();
    List<Button> lengths = new ArrayList<>();
    for (Length length : Length.values()) {
      String label = label(length, language);
      lengths.add(
          Button.says(
              length == period.length() ? "· " + label + " ·" : label,
              says(length, 0, wish.channel())));
    }
    List<Button> turns = new ArrayList<>();
    turns.add(Button.says("◀", says(period.length(), period.back() + 1, wish.channel())));
    if (period.back() > 0) {
      turns.add(Button.says("▶", says(period.length(), period.back() - 1, wish.channel())));
    }
    return channels(wish, Buttons.none().row(lengths).row(turns), language);
  }

  private Buttons channels(Wish wish, Buttons buttons, Language language) {
    if (context.channels().size() == 1) {
      return buttons;
    }
    StatsPeriod period = wish.period();
    Buttons all = buttons;
    for (Channel channel : context.channels()) {
      if (!channel.name().equals(wish.channel())) {
        String says = says(period.length(), period.back(), channel.name());
        all = all.row(Button.says("@" + channel.name(), says));
      }
    }
    return wish.channel().isEmpty()
        ? all
        : all.row(
            Button.says(
                context.say(language, "stats.all"), says(period.length(), period.back(), "")));
  }

  private static String says(Length length, int back, String channel) {
    String turned = back == 0 ? "" : " -" + Math.min(back, 999);
    return "stats " + length.code() + turned + (channel.isEmpty() ? "" : " @" + channel);
  }

  private String label(Length length, Language language) {
    return context.say(
        language,
        switch (length) {
          case DAY -> "stats.day";
          case WEEK -> "stats.week";
          case MONTH -> "stats.month";
        });
  }

  /** The statistics of a period as a picture. Safe for use by several threads. */
  private static final class StatsChart {
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
}
