package kz.zharshy.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Plan;
import kz.zharshy.article.Priority;
import kz.zharshy.article.QueueLane;
import kz.zharshy.article.Reason;
import kz.zharshy.language.Language;
import kz.zharshy.media.MediaFallback;
import kz.zharshy.post.ChannelStyle;
import kz.zharshy.post.Footer;
import kz.zharshy.post.PostMaker;
import kz.zharshy.post.PostPart;
import kz.zharshy.schedule.ScheduleForecast;
import kz.zharshy.schedule.Timetable;
import kz.zharshy.source.body.BodyBlocks;
import kz.zharshy.store.NewQueue;
import kz.zharshy.store.OverdueArticles.Choice;
import kz.zharshy.store.QueueDatabase;
import kz.zharshy.telegram.ApiCall;
import kz.zharshy.telegram.BotApi;
import kz.zharshy.telegram.BotCall;
import kz.zharshy.telegram.FloodBudget;
import kz.zharshy.telegram.FloodLimits;
import kz.zharshy.telegram.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * The real publisher over a real queue through a year of a newsroom, with a Telegram that takes
 * everything. What must not happen is told here by the clocks on the wall alone, not by the
 * timetable that is tested.
 */
@Tag("slow")
final class YearOfPublishingTest {
  private static final String CHANNEL = "tau_news";
  private static final String RULES =
      "mon-fri 2:30 9:00 12:30 18:00; sat,sun 11:00 16:00; spacing 10; quiet normal 23:00-1:30;"
          + " quiet low 19:00-2:15; burst 900";
  private static final Duration BURST = Duration.ofMinutes(15);
  private static final Set<LocalTime> WORKDAY =
      Set.of(LocalTime.of(2, 30), LocalTime.of(9, 0), LocalTime.of(12, 30), LocalTime.of(18, 0));
  private static final Set<LocalTime> WEEKEND = Set.of(LocalTime.of(11, 0), LocalTime.of(16, 0));

  @TempDir Path folder;
  private final Random chance = new Random(20_240_301);
  private final Map<Long, Instant> posted = new TreeMap<>();
  private final Set<Long> silent = new HashSet<>();
  private final Map<Long, Article> added = new HashMap<>();
  private final MovableTime time = new MovableTime();

  private record Pause(Instant from, Instant to) {}

  @ParameterizedTest
  @CsvSource({"Asia/Almaty, 2023-09-01T00:00:00Z", "Europe/Berlin, 2026-01-10T00:00:00Z"})
  void nothingIsEarlyLostOrLoudInAYear(ZoneId zone, Instant begin) {
    passTo(begin);
    Instant end = begin.plus(Duration.ofDays(365));
    List<Pause> pauses = new ArrayList<>();
    try (QueueDatabase database = NewQueue.in(folder.resolve("year.db"))) {
      database.rules().setTimetable(CHANNEL, RULES, now());
      Timetables timetables = new Timetables(Map.of(), database.rules(), zone);
      ChannelPublisher publisher = publisher(database, timetables);
      while (now().isBefore(end)) {
        Instant arrival = now().plus(Duration.ofMinutes(1 + chance.nextInt(60 * 70)));
        if (chance.nextInt(30) == 0) {
          Instant from = now();
          database.rules().setPaused(CHANNEL, true, now());
          publishUntil(arrival, publisher, database, timetables);
          passTo(arrival);
          database.rules().setPaused(CHANNEL, false, now());
          pauses.add(new Pause(from, now()));
        }
        for (int i = chance.nextInt(3); i >= 0; i--) {
          add(database);
        }
        Map<Long, Instant> promised = promises(database, timetables, zone);
        publishUntil(now().plus(Duration.ofDays(2)), publisher, database, timetables);
        assertKept(promised);
      }
      publishUntil(end.plus(Duration.ofDays(30)), publisher, database, timetables);
      assertThat(posted.keySet()).isEqualTo(new TreeMap<>(added).keySet());
      assertThat(database.articles().count(ArticleState.QUEUED)).isZero();
    }
    assertThat(posted).hasSizeGreaterThan(150);
    posted.forEach((id, at) -> assertNotTooEarly(article(id), at, zone));
    assertSpaced();
    assertOnlyTheLastOfABurstRings(pauses);
    assertThat(posted.values().stream().map(zone.getRules()::getOffset).distinct())
        .as("the zone's clocks changed in this year")
        .hasSizeGreaterThan(1);
    pauses.forEach(
        pause ->
            assertThat(posted.values())
                .noneMatch(at -> at.isAfter(pause.from()) && at.isBefore(pause.to())));
  }

  private Instant now() {
    return time.instant();
  }

  private void passTo(Instant moment) {
    time.pass(Duration.between(now(), moment));
  }

  private Article article(long id) {
    return Objects.requireNonNull(added.get(id));
  }

  private void add(QueueDatabase database) {
    Priority priority = List.of(Priority.values()).get(chance.nextInt(3));
    boolean scheduled = chance.nextInt(3) == 0;
    Instant at = scheduled ? now().plus(Duration.ofMinutes(chance.nextInt(60 * 30))) : null;
    Plan plan = new Plan(null, null, null, priority, new Plan.Window(at, null), false, null);
    Draft draft = Draft.of(Content.builder("T" + added.size(), "b").build()).withPlan(plan);
    Article article = database.articles().add(draft, "test", now()).article();
    database.articles().route(article, CHANNEL, Language.EN);
    added.put(article.id(), article);
  }

  private Map<Long, Instant> promises(QueueDatabase database, Timetables timetables, ZoneId zone) {
    List<ScheduleForecast.Waiting> waiting =
        database.articles().waiting(100).stream()
            .map(
                article ->
                    new ScheduleForecast.Waiting(
                        article.id(),
                        QueueLane.of(article.plan()),
                        article.plan().publishAt() == null
                            ? article.createdAt()
                            : article.plan().publishAt()))
            .toList();
    Timetable timetable = new Timetable(timetables.rules(CHANNEL), zone);
    return new ScheduleForecast(timetable, 20)
        .of(waiting, database.ledger().lastBegun(CHANNEL).orElse(null), now());
  }

  /** Steps as often as there is something to do, and besides now and then, as the bot would. */
  private void publishUntil(
      Instant end, ChannelPublisher publisher, QueueDatabase database, Timetables timetables) {
    while (now().isBefore(end)) {
      Duration wait = publisher.step();
      if (!wait.isZero()) {
        ChannelTurns turns =
            new ChannelTurns(CHANNEL, database.articles(), database.ledger(), timetables);
        Instant next = turns.next(now()).orElse(end);
        Instant besides = now().plus(Duration.ofMinutes(1 + chance.nextInt(1440)));
        Instant soonest = next.isBefore(besides) ? next : besides;
        soonest = soonest.isAfter(now()) ? soonest : now().plus(wait);
        passTo(soonest.isBefore(end) ? soonest : end);
      }
    }
  }

  private void assertKept(Map<Long, Instant> promised) {
    promised.forEach(
        (id, at) -> {
          if (posted.containsKey(id)) {
            assertThat(Duration.between(at, posted.get(id)).abs())
                .as("article %d, promised for %s", id, at)
                .isLessThan(Duration.ofMinutes(1));
          } else {
            assertThat(at).as("article %d", id).isAfterOrEqualTo(now().minusSeconds(60));
          }
        });
  }

  private static void assertNotTooEarly(Article article, Instant at, ZoneId zone) {
    LocalDateTime wall = LocalDateTime.ofInstant(at, zone);
    Priority priority = article.plan().priority();
    Instant due = article.plan().publishAt();
    assertThat(at).isAfterOrEqualTo(due == null ? article.createdAt() : due);
    if (priority == Priority.BREAKING) {
      Instant wanted = due == null ? article.createdAt() : due;
      assertThat(Duration.between(wanted, at)).isLessThan(Duration.ofDays(2));
      return;
    }
    int minute = wall.getHour() * 60 + wall.getMinute();
    assertThat(priority == Priority.NORMAL && (minute >= 23 * 60 || minute < 90)).isFalse();
    assertThat(priority == Priority.LOW && (minute >= 19 * 60 || minute < 135)).isFalse();
    if (due == null) {
      boolean weekend =
          wall.getDayOfWeek() == DayOfWeek.SATURDAY || wall.getDayOfWeek() == DayOfWeek.SUNDAY;
      assertThat(weekend ? WEEKEND : WORKDAY)
          .as("%s at %s", article, wall)
          .anyMatch(
              slot -> {
                // Where the clocks leave a slot out, it is the first moment after the gap.
                boolean left = zone.getRules().getValidOffsets(wall.with(slot)).isEmpty();
                LocalTime meant = left ? slot.withMinute(0).plusHours(1) : slot;
                long late = Duration.between(meant, wall.toLocalTime()).toMinutes();
                return late >= 0 && late < 5;
              });
    }
  }

  private void assertSpaced() {
    List<Map.Entry<Long, Instant>> all = new ArrayList<>(posted.entrySet());
    all.sort(Map.Entry.comparingByValue());
    for (int i = 1; i < all.size(); i++) {
      if (article(all.get(i).getKey()).plan().priority() != Priority.BREAKING) {
        assertThat(Duration.between(all.get(i - 1).getValue(), all.get(i).getValue()))
            .isGreaterThanOrEqualTo(Duration.ofMinutes(10));
      }
    }
  }

  private void assertOnlyTheLastOfABurstRings(List<Pause> pauses) {
    int quiet = 0;
    for (Map.Entry<Long, Instant> post : posted.entrySet()) {
      Article article = article(post.getKey());
      Instant at = post.getValue();
      List<Long> following = following(article, at);
      if (silent.contains(article.id())) {
        quiet++;
        // Where a pause came between, nobody could know.
        boolean paused =
            pauses.stream()
                .anyMatch(
                    each -> !each.from().isBefore(at) && each.from().isBefore(at.plus(BURST)));
        assertThat(paused || !following.isEmpty()).as("%s at %s", article, at).isTrue();
      } else {
        assertThat(following)
            .as("%s at %s", article, at)
            .noneMatch(id -> !article(id).createdAt().isAfter(at));
      }
    }
    assertThat(quiet).isGreaterThan(5).isLessThan(posted.size());
  }

  /** What is as urgent and follows in the same burst. */
  private List<Long> following(Article article, Instant at) {
    return posted.entrySet().stream()
        .filter(other -> other.getValue().isAfter(at))
        .filter(other -> !other.getValue().isAfter(at.plus(BURST)))
        .map(Map.Entry::getKey)
        .filter(id -> article(id).plan().priority().compareTo(article.plan().priority()) <= 0)
        .toList();
  }

  private ChannelPublisher publisher(QueueDatabase database, Timetables timetables) {
    PublishListener listener = new PublishListener() {};
    ChannelStyle style =
        new ChannelStyle(
            CHANNEL, Map.of(), new Footer("Read!", "https://t.me/tau_news"), ZoneId.of("UTC"), 30);
    BotApi api = new Agreeable();
    return new ChannelPublisher(
        new Channel(CHANNEL, Set.of(), style),
        new PublishContext(
            new PublishContext.Stores(
                database.articles(),
                database.ledger(),
                database.corrections(),
                database.relatedPosts(),
                database.pins(),
                database.floodWaits()),
            new OverdueGuard(
                database.overdue(),
                listener,
                time,
                new OverdueGuard.Rules(
                    Duration.ofHours(2), 5, Duration.ofHours(1), Choice.DROP, Duration.ZERO)),
            timetables,
            new FloodBudget(FloodLimits.TELEGRAMS, time::nanos),
            new TelegramHealth(api, listener, time::nanos),
            listener,
            new PublishContext.Time(time, time::nanos)),
        new PartPlanner(
            database.articles(),
            database.ledger(),
            database.relatedPosts(),
            new PostMaker(new BodyBlocks()),
            listener,
            time),
        new PartSender(api, noPictures()),
        new PartEditor(api));
  }

  private static MediaFallback noPictures() {
    return new MediaFallback() {
      @Override
      public Optional<Reason> unfit(PostPart part) {
        return Optional.empty();
      }

      @Override
      public Optional<Way> next(PostPart refused) {
        return Optional.empty();
      }
    };
  }

  /** A Telegram that takes everything at once. */
  private final class Agreeable implements BotApi {
    private int messages;

    @Override
    public <T extends Serializable> Outcome<T> call(ApiCall<T> call) {
      throw new IllegalStateException("Nothing else is asked of it.");
    }

    @Override
    public Outcome<List<Message>> send(BotCall call) {
      long number =
          Long.parseLong(
              call.params().get("text").textValue().lines().findFirst().orElseThrow().substring(1));
      long id =
          added.values().stream()
              .filter(a -> a.content().title().equals("T" + number))
              .findFirst()
              .orElseThrow()
              .id();
      if (call.params().path("disable_notification").asBoolean()) {
        silent.add(id);
      }
      assertThat(posted.put(id, now())).as("article %d goes out once", id).isNull();
      Message message = new Message();
      message.setMessageId(++messages);
      return new Outcome.Done<>(List.of(message));
    }

    @Override
    public Outcome<byte[]> download(String fileId, long maxBytes) {
      throw new IllegalStateException("Nothing else is asked of it.");
    }
  }
}
