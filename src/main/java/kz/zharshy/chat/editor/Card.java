package kz.zharshy.chat.editor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.article.RelatedPosts;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Buttons;
import kz.zharshy.chat.Buttons.Button;
import kz.zharshy.chat.HeadlineText;
import kz.zharshy.chat.Requester;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.post.Post;
import kz.zharshy.post.PostException;
import kz.zharshy.publish.Channel;
import kz.zharshy.store.Delivery;
import kz.zharshy.store.Ledger;
import kz.zharshy.store.Pins;

/** An article as an editor holds it: what it is, where it stands, and what can be done with it. */
record Card(EditorContext context) {
  /**
   * When an article leaves, as far as one can tell.
   *
   * @param isFollowed whether another follows in the same burst, so that this one makes no sound
   */
  private record PublishEstimate(Instant at, boolean isFollowed) {
    static PublishEstimate of(Article article, EditorContext context) {
      String channel = context.channel(article).name();
      Map<Long, Instant> forecast =
          article.state() == ArticleState.QUEUED ? context.forecast(channel) : Map.of();
      Instant promised = forecast.get(article.id());
      Instant now = context.now();
      if (promised == null) {
        Instant own = article.plan().publishAt();
        return new PublishEstimate(own == null || own.isBefore(now) ? now : own, false);
      }
      Duration burst = context.timetables().of(channel).burst();
      boolean followed =
          !burst.isZero()
              && forecast.entrySet().stream()
                  .dropWhile(place -> place.getKey() != article.id())
                  .skip(1)
                  .takeWhile(place -> !place.getValue().isAfter(promised.plus(burst)))
                  .anyMatch(place -> isAsUrgent(place.getKey(), article, context));
      return new PublishEstimate(promised.isBefore(now) ? now : promised, followed);
    }

    private static boolean isAsUrgent(long other, Article article, EditorContext context) {
      return context
          .articles()
          .find(other)
          .filter(found -> found.plan().priority().compareTo(article.plan().priority()) <= 0)
          .isPresent();
    }
  }

  /** So long what goes out "now" can still be called back. */
  static final Duration UNDO = Duration.ofSeconds(10);

  private static final int MOST_WARNINGS = 6;
  private static final int LATELY = 50;

  Answer of(Article article, Requester requester) {
    return of(article, requester, buttons(article, requester));
  }

  /** The card of what goes out now and can be called back to what it was. */
  Answer leaving(Article article, Article before, Requester requester) {
    CardButtons keys = CardButtons.asShown(context, requester.language(), article);
    Instant at = before.plan().publishAt();
    String was = before.state().code() + (at == null ? "" : " " + at.getEpochSecond());
    String label = context.say(requester.language(), "key.undo");
    return of(article, requester, Buttons.none().row(keys.says(label, "undo " + was)));
  }

  private Answer of(Article article, Requester requester, Buttons buttons) {
    Language language = requester.language();
    Channel channel = context.channel(article);
    Answer.Writer text = Answer.writer();
    text.text(
        context.say(
            language,
            "card.head",
            Long.toString(article.id()),
            context.state(language, article.state())));
    text.text("\n").bold(HeadlineText.line(article.content().title())).text("\n");
    text.text(summary(article, channel, language));
    if (article.state() == ArticleState.QUEUED) {
      text.text("\n" + goesOut(article, channel.name(), language));
    }
    boolean isToCome =
        article.state() != ArticleState.PUBLISHED && article.state() != ArticleState.WITHDRAWN;
    pinnedUntil(article)
        .or(() -> Optional.ofNullable(isToCome ? article.plan().pinUntil() : null))
        .ifPresent(end -> text.text("\n" + pinned(language, end)));
    if (isToCome) {
      new CardFields(context).of(article, language).forEach(line -> text.text("\n" + line));
    }
    if (article.reason() != null) {
      text.text("\n" + CardFields.shortened(context.reason(language, article.reason())));
    }
    if (isToCome) {
      warnings(article, channel, language, text);
    }
    return text.done().with(buttons);
  }

  private String pinned(Language language, Instant end) {
    return end.equals(Pins.FOREVER)
        ? context.say(language, "card.pinned")
        : context.say(language, "card.pinned-until", context.when(language, end));
  }

  private String summary(Article article, Channel channel, Language language) {
    StringBuilder line = new StringBuilder("@" + channel.name());
    line.append(" · ").append(in(article.content().spokenLanguage(), language));
    String section = article.content().section();
    if (section != null) {
      line.append(" · ").append(section);
    }
    if (article.plan().silent()) {
      line.append(" · 🔕");
    }
    int pictures = article.content().media().size();
    if (pictures > 0) {
      line.append(" · ").append(context.count(language, "card.pictures", pictures));
    }
    post(article, channel)
        .ifPresent(
            post ->
                line.append(" · ")
                    .append(context.count(language, "card.messages", post.parts().size())));
    return line.toString();
  }

  private String in(Language spoken, Language language) {
    return context.say(
        language,
        switch (spoken) {
          case KK -> "in.kk";
          case RU -> "in.ru";
          case EN -> "in.en";
        });
  }

  String goesOut(Article article, String channel, Language language) {
    if (context.timetables().isPaused(channel)) {
      return context.say(language, "card.paused", channel);
    }
    if (isLeaving(article)) {
      return context.say(language, "card.leaving");
    }
    Instant at = context.forecast(channel).get(article.id());
    return at == null || !at.isAfter(context.now())
        ? context.say(language, "card.now")
        : context.say(language, "card.goes", context.when(language, at));
  }

  private void warnings(Article article, Channel channel, Language language, Answer.Writer text) {
    duplicate(article)
        .ifPresent(
            same ->
                text.text(
                    "\n"
                        + context.say(
                            language,
                            "card.duplicate",
                            Long.toString(same.id()),
                            context.state(language, same.state()))));
    try {
      Post post = make(article, channel);
      context.lint().of(article, post).stream()
          .limit(MOST_WARNINGS)
          .forEach(warning -> text.text("\n⚠️ " + context.lint().say(warning, language)));
    } catch (PostException e) {
      text.text("\n⛔ " + CardFields.shortened(context.reason(language, e.reason())));
    }
  }

  private Optional<Post> post(Article article, Channel channel) {
    try {
      return Optional.of(make(article, channel));
    } catch (PostException e) {
      return Optional.empty();
    }
  }

  /** What the channel is to get, as things are now. */
  Post make(Article article, Channel channel) {
    PublishEstimate departure = PublishEstimate.of(article, context);
    Article leaving =
        departure.isFollowed() ? article.withPlan(article.plan().withSilent(true)) : article;
    Language spoken = article.content().spokenLanguage();
    RelatedPosts around = context.database().relatedPosts().around(article, channel.name());
    return context.posts().make(leaving, spoken, channel.style(), around, departure.at());
  }

  /** An article of the same headline or from the same page that waits or went out lately. */
  private Optional<Article> duplicate(Article article) {
    List<Article> waiting = context.articles().waiting(LATELY);
    List<Article> published =
        context.database().ledger().latest(LATELY).stream()
            .map(Ledger.Headline::articleId)
            .flatMap(id -> context.articles().find(id).stream())
            .toList();
    return Stream.concat(waiting.stream(), published.stream())
        .filter(other -> other.id() != article.id())
        .filter(other -> isSame(article, other))
        .findFirst();
  }

  private static boolean isSame(Article one, Article other) {
    String page = one.content().sourceUrl();
    return (page != null && Objects.equals(page, other.content().sourceUrl()))
        || words(one.content().title()).equals(words(other.content().title()));
  }

  private static String words(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private Buttons buttons(Article article, Requester requester) {
    boolean editor = requester.mayActAs(Role.EDITOR);
    CardButtons keys =
        article.state() == ArticleState.PUBLISHED
            ? new CardButtons(context, requester.language(), article.id())
            : CardButtons.asShown(context, requester.language(), article);
    return switch (article.state()) {
      case DRAFT ->
          editor
              ? Buttons.none()
                  .row(keys.of("now"), keys.of("time"))
                  .row(keys.of("turn"), keys.of("edit"), keys.of("preview"))
                  .row(keys.of("keep"), keys.of("drop"))
              : Buttons.none()
                  .row(keys.of("ask"))
                  .row(keys.of("edit"), keys.of("preview"), keys.of("drop"));
      case REVIEW ->
          editor
              ? Buttons.none()
                  .row(keys.of("approve"), keys.of("changes"), keys.of("reject"))
                  .row(keys.of("now"), keys.of("time"), keys.of("preview"))
              : Buttons.none().row(keys.of("preview"));
      case QUEUED -> editor ? queued(article, keys) : Buttons.none().row(keys.of("preview"));
      case HELD, FAILED ->
          editor
              ? Buttons.none()
                  .row(keys.of("release"), keys.of("time"))
                  .row(keys.of("edit"), keys.of("preview"), keys.of("drop"))
              : Buttons.none();
      case PUBLISHED -> editor ? published(article, keys) : Buttons.none();
      case PUBLISHING, WITHDRAWN -> Buttons.none();
    };
  }

  private Buttons queued(Article article, CardButtons keys) {
    Buttons buttons = Buttons.none();
    if (isLeaving(article)) {
      return buttons.row(keys.of("undo"));
    }
    return buttons
        .row(keys.of("up"), keys.of("down"))
        .row(keys.of("time"), keys.of("now"), keys.of("hold"))
        .row(keys.of("edit"), keys.of("preview"), keys.of("drop"));
  }

  private boolean isLeaving(Article article) {
    Instant at = article.plan().publishAt();
    return at != null && at.isAfter(context.now()) && wasToldNow(article);
  }

  /** Whether it was told to go out now and has not gone yet. */
  boolean wasToldNow(Article article) {
    Instant at = article.plan().publishAt();
    return article.state() == ArticleState.QUEUED
        && at != null
        && !at.isAfter(context.now().plus(UNDO))
        && context.articles().history(article.id()).stream()
            .anyMatch(
                line ->
                    line.event().equals("planned")
                        && Reason.of(ReasonCode.AT, at).equals(line.detail()));
  }

  private Buttons published(Article article, CardButtons keys) {
    Buttons buttons = Buttons.none();
    Optional<String> link = link(article);
    Button correct = keys.of("edit");
    buttons =
        link.isPresent() ? buttons.row(keys.opens(link.get()), correct) : buttons.row(correct);
    Button pin = keys.of(pinnedUntil(article).isPresent() ? "unpin" : "pin");
    return buttons.row(pin, keys.of("again")).row(keys.of("withdraw"));
  }

  private Optional<Instant> pinnedUntil(Article article) {
    return context.database().pins().until(article.id()).filter(end -> end.isAfter(context.now()));
  }

  /** The address of its first post. */
  Optional<String> link(Article article) {
    return context.database().ledger().parts(article.id()).stream()
        .filter(part -> part.messageId() != null)
        .findFirst()
        .map(Card::link);
  }

  private static String link(Delivery part) {
    return "https://t.me/%s/%d".formatted(part.channel(), part.messageId());
  }
}
