package kz.zharshy.chat.editor;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.QueueLane;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonText;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Requester;
import kz.zharshy.language.DateWords;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;
import kz.zharshy.post.Lint;
import kz.zharshy.post.PostMaker;
import kz.zharshy.publish.Channel;
import kz.zharshy.publish.Router;
import kz.zharshy.publish.Timetables;
import kz.zharshy.schedule.ScheduleForecast;
import kz.zharshy.store.ArticleQueue;
import kz.zharshy.store.ArticleQueue.HistoryLine;
import kz.zharshy.store.QueueDatabase;
import kz.zharshy.store.Team;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * What the editors' commands share: the newsroom's database, channels, people and clocks.
 *
 * @param postsAMinute the flood limit of a channel
 */
public record EditorContext(
    QueueDatabase database,
    List<Channel> channels,
    Timetables timetables,
    PostMaker posts,
    Lint lint,
    int postsAMinute,
    Newsroom newsroom) {
  private static final Phrases PHRASES = Phrases.of("chat/editor");
  private static final DateWords DATES = new DateWords();
  private static final int ALL = 10_000;

  public EditorContext {
    channels = List.copyOf(channels);
  }

  /**
   * Who decides, and what time it is where they work.
   *
   * @param owners the user ids of those whom the settings name
   */
  public record Newsroom(Set<Long> owners, ZoneId zone, Clock clock) {
    public Newsroom {
      owners = Set.copyOf(owners);
    }
  }

  Set<Long> owners() {
    return newsroom.owners();
  }

  ZoneId zone() {
    return newsroom.zone();
  }

  Clock clock() {
    return newsroom.clock();
  }

  String say(Language language, String key, Object... args) {
    return PHRASES.get(language, key, args);
  }

  String count(Language language, String key, long number, Object... args) {
    return PHRASES.count(language, key, number, args);
  }

  /** Why something is so, in the person's language. */
  String reason(Language language, Reason reason) {
    return new ReasonText(zone()).in(language, reason);
  }

  String state(Language language, ArticleState state) {
    return say(
        language,
        switch (state) {
          case DRAFT -> "state.draft";
          case REVIEW -> "state.review";
          case QUEUED -> "state.queued";
          case PUBLISHING -> "state.publishing";
          case PUBLISHED -> "state.published";
          case HELD -> "state.held";
          case FAILED -> "state.failed";
          case WITHDRAWN -> "state.withdrawn";
        });
  }

  ArticleQueue articles() {
    return database.articles();
  }

  Instant now() {
    return clock().instant();
  }

  Channel channel(Article article) {
    return new Router(channels).channel(article);
  }

  /** Lets an article say something else; false where it has changed since it was read. */
  boolean revise(Article article, Content content, Request request) {
    return articles()
        .revise(article, content, article.plan(), article.state(), actor(request), now());
  }

  static String actor(Request request) {
    return actor(request.requester().userId());
  }

  static String actor(long userId) {
    return "telegram:" + userId;
  }

  /** The user id of somebody whom the history names; empty for programs. */
  static Optional<Long> person(String actor) {
    return actor.matches("telegram:\\d{1,18}")
        ? Optional.of(Long.parseLong(actor.substring("telegram:".length())))
        : Optional.empty();
  }

  /** Notes in the audit what a message did that was no command. */
  void note(Request request, String deed) {
    note(request, deed, true);
  }

  /** The same, and whether it was let. */
  void note(Request request, String deed, boolean let) {
    Message message = request.message();
    String who = message == null ? "" : message.getFrom().getFirstName();
    new AuditBook(database.audit(), clock()).asked(request, who, deed, let);
  }

  /** Who somebody of the history is, in words. */
  String name(String actor, Requester requester) {
    return actor.equals(actor(requester.userId()))
        ? say(requester.language(), "who.you")
        : name(actor, requester.language());
  }

  /** Who somebody of the history is, in words. */
  String name(String actor, Language language) {
    Optional<Long> id = person(actor);
    if (id.isEmpty()) {
      return say(
          language,
          switch (actor) {
            case "bot" -> "who.bot";
            case "reader" -> "who.reader";
            case "forgotten" -> "who.forgotten";
            default -> "who.program";
          });
    }
    if (owners().equals(Set.of(id.get()))) {
      return say(language, "who.owner");
    }
    return database.team().members().stream()
        .filter(member -> member.userId() == id.get())
        .map(Team.Member::name)
        .findFirst()
        .orElseGet(() -> say(language, "who.person", Long.toString(id.get())));
  }

  /** What became of an article meanwhile, and by whom. */
  String changed(Article article, Requester requester) {
    List<HistoryLine> history = articles().history(article.id());
    HistoryLine last = history.get(history.size() - 1);
    return say(
        requester.language(),
        "card.too-late",
        Long.toString(article.id()),
        state(requester.language(), article.state()),
        name(last.actor(), requester),
        when(requester.language(), last.at()));
  }

  /** A moment as one speaks of it in the newsroom now. */
  String when(Language language, Instant moment) {
    LocalDateTime local = LocalDateTime.ofInstant(moment, zone());
    LocalDate today = LocalDate.ofInstant(now(), zone());
    if (local.toLocalDate().equals(today.plusDays(1))) {
      return say(language, "tomorrow", "%tR".formatted(local));
    }
    return local.toLocalDate().equals(today)
        ? DATES.spoken(language, local, today)
        : DATES.dateTime(language, local);
  }

  /** A moment with its date and year. */
  String date(Language language, Instant moment) {
    return DATES.dateTime(language, LocalDateTime.ofInstant(moment, zone()));
  }

  /** Who decides about articles: owners and editors. */
  List<Long> deciders() {
    List<Long> all = new ArrayList<>(owners().stream().sorted().toList());
    for (Team.Member member : database.team().members()) {
      if (member.rank() == Team.Rank.EDITOR && !all.contains(member.userId())) {
        all.add(member.userId());
      }
    }
    return all;
  }

  /** When what waits for a channel goes out, in that order. */
  Map<Long, Instant> forecast(String channel) {
    List<ScheduleForecast.Waiting> waiting = new ArrayList<>();
    for (Article article : articles().waiting(ALL)) {
      if (channel(article).name().equalsIgnoreCase(channel)) {
        Instant at = article.plan().publishAt();
        waiting.add(
            new ScheduleForecast.Waiting(
                article.id(), QueueLane.of(article.plan()), at == null ? article.createdAt() : at));
      }
    }
    Instant last = database.ledger().lastBegun(channel).orElse(null);
    return new ScheduleForecast(timetables.of(channel), postsAMinute).of(waiting, last, now());
  }
}
