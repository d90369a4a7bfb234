package kz.zharshy.chat.editor;

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
import kz.zharshy.article.Gate;
import kz.zharshy.article.Plan;
import kz.zharshy.article.QueueLane;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.CommandInfo;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.ReplyAction;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * {@code /card 12} and all that the buttons of a card do, such as {@code /card 12 at tomorrow 9}.
 * Each deed is guarded by the article as it was shown last in the database: of two editors the
 * second hears what the first did.
 */
final class CardCommand implements Command {
  private static final Pattern WORDS =
      Pattern.compile("([0-9]{1,12})(?:\\s+([a-z]+)(?:\\s+(.*))?)?", Pattern.DOTALL);

  /** A state to which something is called back, and its time in seconds. */
  private static final Pattern BEFORE =
      Pattern.compile("(draft|review|queued|held)(?: ([0-9]{1,12}))?");

  private final EditorContext context;
  private final Card card;
  private final TimePicker times;
  private final Review review;
  private final Editing editing;
  private final Pinning pinning;

  CardCommand(EditorContext context, Card card, CardDialogues dialogues) {
    this.context = context;
    this.card = card;
    this.times = dialogues.times();
    this.review = dialogues.review();
    this.editing = dialogues.editing();
    this.pinning = dialogues.pinning();
  }

  @Override
  public CommandInfo info() {
    return CommandInfo.of("card", Role.AUTHOR);
  }

  @Override
  public Role needed(Request request) {
    Matcher words = WORDS.matcher(request.words());
    if (!words.matches()) {
      return Role.AUTHOR;
    }
    String action = words.group(2) == null ? "show" : words.group(2);
    return context
        .articles()
        .find(Long.parseLong(words.group(1)))
        .flatMap(review::author)
        .filter(id -> id == request.requester().userId() && CardRules.isAuthors(action))
        .map(id -> Role.AUTHOR)
        .orElse(Role.EDITOR);
  }

  @Override
  public Reply answer(Request request) {
    Language language = request.requester().language();
    Matcher words = WORDS.matcher(request.words());
    if (!words.matches()) {
      return Reply.say(context.say(language, "card.how"));
    }
    Optional<Article> article = context.articles().find(Long.parseLong(words.group(1)));
    if (article.isEmpty()) {
      return Reply.say(context.say(language, "card.none", words.group(1)));
    }
    String action = words.group(2) == null ? "show" : words.group(2);
    String more = words.group(3) == null ? "" : words.group(3).strip();
    return act(article.get(), action, more, request);
  }

  private Reply act(Article article, String action, String more, Request request) {
    if (CardRules.isTooLate(article, action, request)) {
      review.forget(request);
      return tooLate(article, request);
    }
    if (!CardRules.asks(action)) {
      // Whoever goes on with something else does not answer any more.
      review.forget(request);
    }
    return switch (action) {
      case "show" -> shown(article, request);
      case "keep" -> kept(article, request);
      case "preview" -> new Preview(context, card).of(article, request);
      case "edit", "headline", "text", "section", "language" ->
          editing.ask(article, action, request);
      case "in" -> editing.in(article, more, request);
      case "ask" -> review.ask(article, request);
      case "drop", "withdraw" -> dropped(article, request);
      default -> decide(article, action, more, request);
    };
  }

  private Reply decide(Article article, String action, String more, Request request) {
    return switch (action) {
      case "now" -> now(article, request);
      case "turn" -> planned(article, null, request);
      case "release" -> planned(article, stillToCome(article), request);
      case "undo" -> undone(article, more, request);
      case "hold" -> to(article, ArticleState.HELD, request);
      case "withdrawnow" -> to(article, ArticleState.WITHDRAWN, request);
      case "time", "month", "day" -> times.pick(article, action, more, request);
      case "at" -> atWords(article, more, request);
      case "up", "down" -> moved(article, action.equals("up") ? -1 : 1, request);
      case "again" -> repeated(article, request);
      case "pin" -> pinning.pin(article, more, request);
      case "unpin" -> pinning.unpin(article, request);
      case "silent", "loud" -> sound(article, action.equals("silent"), request);
      case "approve" -> review.approve(article, request);
      case "changes" -> review.changes(article, more, request);
      case "reject" -> review.reject(article, request);
      default -> Reply.say(context.say(request.requester().language(), "card.how"));
    };
  }

  private Reply kept(Article article, Request request) {
    String told =
        context.say(request.requester().language(), "card.kept", Long.toString(article.id()));
    return article.state() == ArticleState.DRAFT
        ? shown(article, request).and(new ReplyAction.Show(told, false))
        : shown(article, request);
  }

  private Reply shown(Article article, Request request) {
    return Reply.change(card.of(article, request.requester()));
  }

  private Reply atWords(Article article, String words, Request request) {
    return times.read(words, request.requester().language(), at -> at(article, at, request));
  }

  Reply at(Article article, Instant moment, Request request) {
    return planned(article, moment, request);
  }

  /** Queued for a time, or for its turn. */
  private Reply planned(Article article, @Nullable Instant moment, Request request) {
    Plan plan = article.plan().withPublishAt(moment);
    Instant expiry = plan.expiresAt();
    if (expiry != null && moment != null && !moment.isBefore(expiry)) {
      Language language = request.requester().language();
      return Reply.say(
          context.say(
              language,
              "time.expires",
              Long.toString(article.id()),
              context.when(language, expiry)));
    }
    return CardRules.isOpen(article.state())
        ? revised(article, plan, ArticleState.QUEUED, request)
        : tooLate(article, request);
  }

  /** Its own time, unless that has passed while it was kept back. */
  private @Nullable Instant stillToCome(Article article) {
    Instant own = article.plan().publishAt();
    return own == null || own.isBefore(context.now()) ? null : own;
  }

  private Reply now(Article article, Request request) {
    Reply reply = at(article, context.now().plus(Card.UNDO), request);
    Article after = again(article);
    return card.wasToldNow(after) && !after.equals(article)
        ? Reply.change(card.leaving(after, article, request.requester()))
        : reply;
  }

  /** Calls back what was told to go out now, to what it was before. */
  private Reply undone(Article article, String before, Request request) {
    if (!card.wasToldNow(article)) {
      return tooLate(article, request);
    }
    Matcher was = BEFORE.matcher(before);
    if (!was.matches()) {
      return revised(article, article.plan(), ArticleState.DRAFT, request);
    }
    Instant at = was.group(2) == null ? null : Instant.ofEpochSecond(Long.parseLong(was.group(2)));
    ArticleState state = ArticleState.ofCode(was.group(1));
    return revised(article, article.plan().withPublishAt(at), state, request);
  }

  private Reply sound(Article article, boolean silent, Request request) {
    return revised(article, article.plan().withSilent(silent), article.state(), request);
  }

  /** What is in the channel is taken out only after a second question. */
  private Reply dropped(Article article, Request request) {
    return article.state() == ArticleState.PUBLISHED
        ? Reply.change(review.sure(article, request))
        : to(article, ArticleState.WITHDRAWN, request);
  }

  private Reply to(Article article, ArticleState state, Request request) {
    return CardRules.mayBecome(article.state(), state)
        ? revised(article, article.plan(), state, request)
        : tooLate(article, request);
  }

  private Reply revised(Article article, Plan plan, ArticleState state, Request request) {
    boolean done =
        context
            .articles()
            .revise(
                article,
                article.content(),
                plan,
                state,
                EditorContext.actor(request),
                context.now());
    Article after = again(article);
    return done ? shown(after, request) : tooLate(after, request);
  }

  /** Somebody, perhaps the same person, was faster. */
  Reply tooLate(Article article, Request request) {
    String told = context.changed(article, request.requester());
    if (request.pressed() == null) {
      return Reply.say(told);
    }
    String brief = told.length() <= 200 ? told : told.substring(0, 199) + "…";
    return shown(article, request).and(new ReplyAction.Show(brief, true));
  }

  private Reply moved(Article article, int by, Request request) {
    Language language = request.requester().language();
    Map<Long, Instant> forecast = context.forecast(context.channel(article).name());
    List<Long> order =
        forecast.keySet().stream()
            .filter(
                id ->
                    context
                        .articles()
                        .find(id)
                        .filter(
                            other ->
                                QueueLane.of(other.plan()).equals(QueueLane.of(article.plan())))
                        .isPresent())
            .toList();
    int at = order.indexOf(article.id());
    if (at < 0) {
      return tooLate(article, request);
    }
    if (at + by < 0 || at + by >= order.size()) {
      return Reply.none()
          .and(new ReplyAction.Show(context.say(language, "card.end-of-line"), false));
    }
    context
        .articles()
        .swap(article.id(), order.get(at + by), EditorContext.actor(request), context.now());
    return shown(again(article), request);
  }

  private Article again(Article article) {
    return context.articles().find(article.id()).orElse(article);
  }

  /** The same article once more, at this hour tomorrow. */
  private Reply repeated(Article article, Request request) {
    LocalDateTime now = LocalDateTime.ofInstant(context.now(), context.zone());
    Instant tomorrow = now.plusDays(1).atZone(context.zone()).toInstant();
    Draft draft = Draft.of(article.content()).withPlan(among(article).withPublishAt(tomorrow));
    String name = "repeat:" + article.id() + ":" + now.toLocalDate().plusDays(1);
    Article added =
        context
            .articles()
            .add(Gate.message(draft, name), EditorContext.actor(request), context.now())
            .article();
    Answer answer = card.of(added, request.requester());
    return Reply.say(answer);
  }

  /** What leads to an article's versions in other languages leads to them when it is repeated. */
  private Plan among(Article article) {
    Plan plan = article.plan();
    boolean isFirst =
        plan.translationOf() == null
            && context.database().archive().versions(article.id()).size() > 1;
    return isFirst ? plan.withTranslationOf(article.id()) : plan;
  }
}
