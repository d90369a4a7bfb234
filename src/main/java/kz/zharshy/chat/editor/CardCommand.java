package kz.zharshy.chat.editor;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** A state to which something is called back, and its time in seconds. */
  private static final Pattern BEFORE =
      Pattern.compile("(draft|review|queued|held)(?: ([0-9]{1,12}))?");

  private final Desk desk;
  private final Card card;
  private final TimePicker times;
  private final Review review;
  private final Editing editing;
  private final Pinning pinning;

  CardCommand(
      Desk desk, Card card, TimePicker times, Review review, Editing editing, Pinning pinning) {
    this.desk = desk;
    this.card = card;
    this.times = times;
    this.review = review;
    this.editing = editing;
    this.pinning = pinning;
  }

  @Override
  public String name() {
    return "card";
  }

  @Override
  public Role audience() {
    return Role.AUTHOR;
  }

  @Override
  public Role needed(Question question) {
    Matcher words = WORDS.matcher(question.words());
    if (!words.matches()) {
      return Role.AUTHOR;
    }
    String action = words.group(2) == null ? "show" : words.group(2);
    return desk.articles()
        .find(Long.parseLong(words.group(1)))
        .flatMap(review::author)
        .filter(id -> id == question.asker().userId() && CardRules.isAuthors(action))
        .map(id -> Role.AUTHOR)
        .orElse(Role.EDITOR);
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
    if (CardRules.isTooLate(article, action, question)) {
      review.forget(question);
      return tooLate(article, question);
    }
    if (!CardRules.asks(action)) {
      // Whoever goes on with something else does not answer any more.
      review.forget(question);
    }
    return switch (action) {
      case "show" -> shown(article, question);
      case "keep" -> kept(article, question);
      case "preview" -> new Preview(desk, card).of(article, question);
      case "edit", "headline", "text", "section", "language" ->
          editing.ask(article, action, question);
      case "in" -> editing.in(article, more, question);
      case "ask" -> review.ask(article, question);
      case "drop", "withdraw" -> dropped(article, question);
      default -> decide(article, action, more, question);
    };
  }

  private Reply decide(Article article, String action, String more, Question question) {
    return switch (action) {
      case "now" -> now(article, question);
      case "turn" -> planned(article, null, question);
      case "release" -> planned(article, stillToCome(article), question);
      case "undo" -> undone(article, more, question);
      case "hold" -> to(article, ArticleState.HELD, question);
      case "withdrawnow" -> to(article, ArticleState.WITHDRAWN, question);
      case "time", "month", "day" -> times.pick(article, action, more, question);
      case "at" -> atWords(article, more, question);
      case "up", "down" -> moved(article, action.equals("up") ? -1 : 1, question);
      case "again" -> repeated(article, question);
      case "pin" -> pinning.pin(article, more, question);
      case "unpin" -> pinning.unpin(article, question);
      case "silent", "loud" -> sound(article, action.equals("silent"), question);
      case "approve" -> review.approve(article, question);
      case "changes" -> review.changes(article, more, question);
      case "reject" -> review.reject(article, question);
      default -> Reply.say(desk.say(question.asker().language(), "card.how"));
    };
  }

  private Reply kept(Article article, Question question) {
    String told = desk.say(question.asker().language(), "card.kept", Long.toString(article.id()));
    return article.state() == ArticleState.DRAFT
        ? shown(article, question).and(new Step.Show(told, false))
        : shown(article, question);
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
    Instant expiry = plan.expiresAt();
    if (expiry != null && moment != null && !moment.isBefore(expiry)) {
      Language language = question.asker().language();
      return Reply.say(
          desk.say(
              language, "time.expires", Long.toString(article.id()), desk.when(language, expiry)));
    }
    return CardRules.isOpen(article.state())
        ? revised(article, plan, ArticleState.QUEUED, question)
        : tooLate(article, question);
  }

  /** Its own time, unless that has passed while it was kept back. */
  private @Nullable Instant stillToCome(Article article) {
    Instant own = article.plan().publishAt();
    return own == null || own.isBefore(desk.now()) ? null : own;
  }

  private Reply now(Article article, Question question) {
    Reply reply = at(article, desk.now().plus(UNDO), question);
    Article after = again(article);
    return card.wasToldNow(after) && !after.equals(article)
        ? Reply.change(card.leaving(after, article, question.asker()))
        : reply;
  }

  /** Calls back what was told to go out now, to what it was before. */
  private Reply undone(Article article, String before, Question question) {
    if (!card.wasToldNow(article)) {
      return tooLate(article, question);
    }
    Matcher was = BEFORE.matcher(before);
    if (!was.matches()) {
      return revised(article, article.plan(), ArticleState.DRAFT, question);
    }
    Instant at = was.group(2) == null ? null : Instant.ofEpochSecond(Long.parseLong(was.group(2)));
    ArticleState state = ArticleState.ofCode(was.group(1));
    return revised(article, article.plan().withPublishAt(at), state, question);
  }

  private Reply sound(Article article, boolean silent, Question question) {
    return revised(article, article.plan().withSilent(silent), article.state(), question);
  }

  /** What is in the channel is taken out only after a second question. */
  private Reply dropped(Article article, Question question) {
    return article.state() == ArticleState.PUBLISHED
        ? Reply.change(review.sure(article, question))
        : to(article, ArticleState.WITHDRAWN, question);
  }

  private Reply to(Article article, ArticleState state, Question question) {
    return CardRules.mayBecome(article.state(), state)
        ? revised(article, article.plan(), state, question)
        : tooLate(article, question);
  }

  private Reply revised(Article article, Plan plan, ArticleState state, Question question) {
    boolean done =
        desk.articles()
            .revise(article, article.content(), plan, state, Desk.actor(question), desk.now());
    Article after = again(article);
    return done ? shown(after, question) : tooLate(after, question);
  }

  /** Somebody, perhaps the same person, was faster. */
  Reply tooLate(Article article, Question question) {
    String told = desk.changed(article, question.asker());
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
    return shown(again(article), question);
  }

  private Article again(Article article) {
    return desk.articles().find(article.id()).orElse(article);
  }

  /** The same article once more, at this hour tomorrow. */
  private Reply repeated(Article article, Question question) {
    LocalDateTime now = LocalDateTime.ofInstant(desk.now(), desk.zone());
    Instant tomorrow = now.plusDays(1).atZone(desk.zone()).toInstant();
    Draft draft =
        Draft.of(article.content())
            .withPlan(among(article).withPublishAt(tomorrow))
            .withExternalId("repeat:" + article.id() + ":" + now.toLocalDate().plusDays(1));
    Article added = desk.articles().add(draft, Desk.actor(question), desk.now()).article();
    Answer answer = card.of(added, question.asker());
    return Reply.say(answer);
  }

  /** What leads to an article's versions in other languages leads to them when it is repeated. */
  private Plan among(Article article) {
    Plan plan = article.plan();
    boolean isFirst =
        plan.translationOf() == null && desk.database().archive().versions(article.id()).size() > 1;
    return isFirst ? plan.withTranslationOf(article.id()) : plan;
  }
}
