package kz.zharshy.chat.editor;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Plan;
import kz.zharshy.article.Turn;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.Question;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Role;
import kz.zharshy.chat.Step;
import kz.zharshy.language.Language;
import kz.zharshy.queue.ArticleQueue.HistoryLine;
import org.jspecify.annotations.Nullable;

/**
 * {@code /card 12} and all that the buttons of a card do, such as {@code /card 12 at tomorrow 9}.
 * Each deed is guarded by the article as it was shown last in the database: of two editors the
 * second hears what the first did.
 */
final class CardCommand implements Command {
  /** So long what goes out "now" can still be called back. */
  static final Duration UNDO = Duration.ofSeconds(10);

  private static final Pattern WORDS =
      Pattern.compile("([0-9]{1,12})(?:\\s+([a-z]+)(?:\\s+(.*))?)?", Pattern.DOTALL);

  private static final Set<String> ASKS = Set.of("edit", "time", "month", "day", "changes");
  private static final Set<String> LOOKS = Set.of("show", "keep", "preview");
  private static final Set<String> WRITES = Set.of("edit", "ask", "drop");

  private final Desk desk;
  private final Card card;
  private final TimePicker times;
  private final Review review;

  CardCommand(Desk desk, Card card, TimePicker times, Review review) {
    this.desk = desk;
    this.card = card;
    this.times = times;
    this.review = review;
  }

  @Override
  public String name() {
    return "card";
  }

  @Override
  public Role audience() {
    return Role.AUTHOR;
  }

  /** An author may do something only with what the author wrote and has not handed in yet. */
  @Override
  public Role needed(Question question) {
    Matcher words = WORDS.matcher(question.words());
    if (!words.matches()) {
      return Role.AUTHOR;
    }
    String action = words.group(2) == null ? "show" : words.group(2);
    boolean own =
        desk.articles()
            .find(Long.parseLong(words.group(1)))
            .filter(article -> LOOKS.contains(action) || mayWrite(article, action))
            .flatMap(review::author)
            .filter(id -> id == question.asker().userId())
            .isPresent();
    return own ? Role.AUTHOR : Role.EDITOR;
  }

  private static boolean mayWrite(Article article, String action) {
    return article.state() == ArticleState.DRAFT && WRITES.contains(action);
  }

  @Override
  public Reply answer(Question question) {
    Language language = question.asker().language();
    Matcher words = WORDS.matcher(question.words());
    if (!words.matches()) {
      return Reply.say(desk.say(language, "card.how"));
    }
    Optional<Article> article = desk.articles().find(Long.parseLong(words.group(1)));
    if (article.isEmpty()) {
      return Reply.say(desk.say(language, "card.none", words.group(1)));
    }
    String action = words.group(2) == null ? "show" : words.group(2);
    String more = words.group(3) == null ? "" : words.group(3).strip();
    return act(article.get(), action, more, question);
  }

  private Reply act(Article article, String action, String more, Question question) {
    if (!ASKS.contains(action)) {
      // Whoever goes on with something else does not answer any more.
      review.forget(question);
    }
    return switch (action) {
      case "show", "keep" -> shown(article, question);
      case "preview" -> new Preview(desk, card).of(article, question);
      case "edit" -> review.edit(article, question);
      case "ask" -> review.ask(article, question);
      case "drop" ->
          article.state() == ArticleState.PUBLISHED
              ? Reply.change(review.sure(article, question))
              : to(article, ArticleState.WITHDRAWN, question);
      default -> decide(article, action, more, question);
    };
  }

  private Reply decide(Article article, String action, String more, Question question) {
    return switch (action) {
      case "now" -> at(article, desk.now().plus(UNDO), question);
      case "turn", "release" -> planned(article, null, question);
      case "undo" -> to(article, ArticleState.DRAFT, question);
      case "hold" -> to(article, ArticleState.HELD, question);
      case "withdraw" -> Reply.change(review.sure(article, question));
      case "withdrawnow" -> to(article, ArticleState.WITHDRAWN, question);
      case "time", "month", "day" -> times.pick(article, action, more, question);
      case "at" -> atWords(article, more, question);
      case "up", "down" -> moved(article, action.equals("up") ? -1 : 1, question);
      case "again" -> again(article, question);
      case "approve" -> review.approve(article, question);
      case "changes" -> review.changes(article, more, question);
      case "reject" -> review.reject(article, question);
      default -> Reply.say(desk.say(question.asker().language(), "card.how"));
    };
  }

  private Reply shown(Article article, Question question) {
    return Reply.change(card.of(article, question.asker()));
  }

  private Reply atWords(Article article, String words, Question question) {
    return times.read(words, question.asker().language(), at -> at(article, at, question));
  }

  Reply at(Article article, Instant moment, Question question) {
    return planned(article, moment, question);
  }

  /** Queued for a time, or for its turn. */
  private Reply planned(Article article, @Nullable Instant moment, Question question) {
    Plan plan = article.plan().withPublishAt(moment);
    boolean open =
        switch (article.state()) {
          case DRAFT, REVIEW, QUEUED, HELD, FAILED -> true;
          case PUBLISHING, PUBLISHED, WITHDRAWN -> false;
        };
    return open
        ? revised(article, plan, ArticleState.QUEUED, question)
        : tooLate(article, question);
  }

  private Reply to(Article article, ArticleState state, Question question) {
    return mayBecome(article.state(), state)
        ? revised(article, article.plan(), state, question)
        : tooLate(article, question);
  }

  private static boolean mayBecome(ArticleState from, ArticleState to) {
    return switch (from) {
      case DRAFT, REVIEW -> to == ArticleState.WITHDRAWN;
      case QUEUED ->
          to == ArticleState.DRAFT || to == ArticleState.HELD || to == ArticleState.WITHDRAWN;
      case HELD, FAILED, PUBLISHED -> to == ArticleState.WITHDRAWN;
      case PUBLISHING, WITHDRAWN -> false;
    };
  }

  private Reply revised(Article article, Plan plan, ArticleState state, Question question) {
    boolean done =
        desk.articles()
            .revise(article, article.content(), plan, state, Desk.actor(question), desk.now());
    Article after = desk.articles().find(article.id()).orElse(article);
    return done ? shown(after, question) : tooLate(after, question);
  }

  /** Somebody, perhaps the same person, was faster. */
  Reply tooLate(Article article, Question question) {
    Language language = question.asker().language();
    List<HistoryLine> history = desk.articles().history(article.id());
    HistoryLine last = history.get(history.size() - 1);
    String told =
        desk.say(
            language,
            "card.too-late",
            Long.toString(article.id()),
            desk.state(language, article.state()),
            desk.name(last.actor(), language),
            desk.when(language, last.at()));
    if (question.pressed() == null) {
      return Reply.say(told);
    }
    String brief = told.length() <= 200 ? told : told.substring(0, 199) + "…";
    return shown(article, question).and(new Step.Show(brief, true));
  }

  private Reply moved(Article article, int by, Question question) {
    Language language = question.asker().language();
    Map<Long, Instant> promises = desk.promises(desk.channel(article).name());
    List<Long> order =
        promises.keySet().stream()
            .filter(
                id ->
                    desk.articles()
                        .find(id)
                        .filter(other -> Turn.of(other.plan()).equals(Turn.of(article.plan())))
                        .isPresent())
            .toList();
    int at = order.indexOf(article.id());
    if (at < 0) {
      return tooLate(article, question);
    }
    if (at + by < 0 || at + by >= order.size()) {
      return Reply.none().and(new Step.Show(desk.say(language, "card.end-of-line"), false));
    }
    desk.articles().swap(article.id(), order.get(at + by), Desk.actor(question), desk.now());
    return shown(desk.articles().find(article.id()).orElse(article), question);
  }

  /** The same article once more, at this hour tomorrow. */
  private Reply again(Article article, Question question) {
    LocalDateTime now = LocalDateTime.ofInstant(desk.now(), desk.zone());
    Instant tomorrow = now.plusDays(1).atZone(desk.zone()).toInstant();
    Draft draft =
        Draft.of(article.content())
            .withPlan(article.plan().withPublishAt(tomorrow))
            .withExternalId("repeat:" + article.id() + ":" + now.toLocalDate().plusDays(1));
    Article added = desk.articles().add(draft, Desk.actor(question), desk.now()).article();
    Answer answer = card.of(added, question.asker());
    return Reply.say(answer);
  }
}
