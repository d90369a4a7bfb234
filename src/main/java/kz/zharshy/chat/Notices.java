package kz.zharshy.chat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import kz.zharshy.article.Article;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonText;
import kz.zharshy.chat.Buttons.Button;
import kz.zharshy.health.AtWork;
import kz.zharshy.health.Health;
import kz.zharshy.health.Task;
import kz.zharshy.health.WatchedPool;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;
import kz.zharshy.publish.PublishListener;
import kz.zharshy.store.Delivery;
import kz.zharshy.store.ErrorEnds.Aside;
import kz.zharshy.store.Lease.Holder;
import kz.zharshy.store.OverdueArticles.Batch;
import kz.zharshy.store.OverdueArticles.Choice;
import kz.zharshy.telegram.BotApi;
import kz.zharshy.telegram.FloodBudget;
import kz.zharshy.telegram.Lane;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the editors in Telegram what needs a person: each thing once, with what to do about it. A
 * notice that cannot be delivered is in the log all the same. Safe for use by several threads.
 */
public final class Notices implements PublishListener, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Notices.class);
  private static final Duration AGAIN = Duration.ofSeconds(30);
  private static final int TRIES = 20;
  private static final int LONGEST_REASON = 500;
  private static final int SOME = 5;
  private static final DateTimeFormatter CLOCK_TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final Phrases phrases = Phrases.of("chat");
  private final AnswerSender sender;
  private final List<Long> readers;
  private final List<Long> deciders;
  private final Language language;
  private final ZoneId zone;
  private final ReasonText reasons;
  private final AtomicBoolean databaseFails = new AtomicBoolean();
  private final WatchedPool thread;

  /**
   * Notices to people.
   *
   * @param readers the chats that hear what happened
   * @param deciders the private chats of those who may answer the bot's questions
   * @param language the newsroom's
   * @param zone the newsroom's
   */
  public Notices(
      BotApi api,
      FloodBudget budget,
      List<Long> readers,
      List<Long> deciders,
      Language language,
      ZoneId zone,
      Health health) {
    this.zone = zone;
    this.reasons = new ReasonText(zone);
    this.sender = new AnswerSender(api, budget);
    this.readers = List.copyOf(readers);
    this.deciders = List.copyOf(deciders);
    this.language = language;
    this.thread = new WatchedPool(health, "notices", 1);
  }

  @Override
  public void failed(Article article, Reason reason) {
    tell(readers, about("notice.failed", article, brief(reason)), why(article));
  }

  @Override
  public void askEditors(Article article, Delivery part, Reason reason) {
    String number = Long.toString(article.id());
    String text =
        phrases.get(
            language,
            "notice.doubt",
            number,
            HeadlineText.line(article.content().title()),
            part.part() + "/" + part.parts(),
            part.channel(),
            brief(reason));
    String place =
        "https://t.me/%s/%d".formatted(part.channel(), part.sending().highestBefore() + 1);
    tell(
        deciders,
        text,
        Buttons.none()
            .row(Button.opens(phrases.get(language, "doubt.look"), place))
            .row(
                Button.says(phrases.get(language, "doubt.there"), "there " + number),
                Button.says(phrases.get(language, "doubt.again"), "again " + number)));
  }

  @Override
  public void repeated(Reason reason) {
    tell(readers, phrases.get(language, "notice.repeated", brief(reason)));
  }

  @Override
  public void notCorrected(Article article, @Nullable Delivery part, Reason reason) {
    tell(readers, about("notice.not-corrected", article, brief(reason)), why(article));
  }

  @Override
  public void notPinned(Article article, Reason reason) {
    tell(readers, about("notice.not-pinned", article, brief(reason)));
  }

  @Override
  public void gone(Article article, Delivery part) {
    tell(readers, about("notice.gone", article, part.channel()));
  }

  @Override
  public void withdrawn(Article article, List<Delivery> left) {
    if (left.isEmpty()) {
      tell(readers, about("notice.withdrawn", article, ""));
      return;
    }
    List<String> links =
        left.stream()
            .map(part -> "https://t.me/%s/%d".formatted(part.channel(), part.messageId()))
            .toList();
    tell(readers, about("notice.withdrawn-left", article, String.join("\n", links)));
  }

  /** To those who may choose, each with a button for every choice. */
  @Override
  public void overdue(Batch batch, List<Article> late, Choice standing) {
    String text =
        phrases.count(
            language,
            "notice.overdue",
            late.size(),
            batch.channel(),
            headlines(late),
            clockTime(batch.decideBy()),
            phrases.get(language, "overdue." + standing.code()));
    Buttons buttons = Buttons.none();
    for (Choice choice : Choice.values()) {
      String label = phrases.get(language, "overdue." + choice.code());
      buttons = buttons.row(Button.says(label, "overdue " + batch.id() + " " + choice.code()));
    }
    tell(deciders, text, buttons);
  }

  @Override
  public void overdueDecided(Batch batch, Choice choice, String actor) {
    String label = phrases.get(language, "overdue." + choice.code());
    tell(readers, phrases.get(language, "notice.overdue-decided", batch.channel(), label));
  }

  @Override
  public void backlog(String channel, int waiting, Instant last) {
    tell(readers, phrases.count(language, "notice.backlog", waiting, channel, clockTime(last)));
  }

  @Override
  public void anotherCopy(Holder other, Holder self) {
    tell(
        readers,
        phrases.get(
            language,
            "notice.another-copy",
            other.host(),
            Long.toString(other.pid()),
            self.host(),
            Long.toString(self.pid())));
  }

  @Override
  public void rival(Holder self) {
    tell(readers, phrases.get(language, "notice.rival", self.host(), Long.toString(self.pid())));
  }

  /** To those who may choose, with a button for each copy; no press arrives past a webhook. */
  @Override
  public void foreignCopy(String question, @Nullable String webhook, Holder self) {
    String host = self.host();
    if (webhook != null) {
      tell(deciders, phrases.get(language, "notice.foreign-webhook", webhook, host));
      return;
    }
    String process = Long.toString(self.pid());
    tell(
        deciders,
        phrases.get(language, "notice.foreign-copy", host, process),
        Buttons.none()
            .row(
                Button.says(phrases.get(language, "copy.here", host), "copy " + question + " here"))
            .row(
                Button.says(
                    phrases.get(language, "copy.there", host), "copy " + question + " there")));
  }

  @Override
  public void foreignCopyGone() {
    tell(readers, phrases.get(language, "notice.foreign-gone"));
  }

  @Override
  public void channelPaused(String channel, Reason reason) {
    tell(readers, phrases.get(language, "notice.paused", channel, brief(reason)));
  }

  @Override
  public void channelResumed(String channel) {
    tell(readers, phrases.get(language, "notice.resumed", channel));
  }

  /** The publishers of all channels find it out; it is told once. */
  @Override
  public void databaseTrouble(Reason reason) {
    if (databaseFails.compareAndSet(false, true)) {
      tell(readers, phrases.get(language, "notice.database", brief(reason)));
    }
  }

  @Override
  public void databaseBack() {
    if (databaseFails.compareAndSet(true, false)) {
      tell(readers, phrases.get(language, "notice.database-back"));
    }
  }

  @Override
  public void cameBack(AtWork.Left left) {
    String tasks =
        left.tasks().stream()
            .limit(SOME)
            .map(task -> brief(task.said()))
            .collect(Collectors.joining("; "));
    String error = left.error().substring(left.error().lastIndexOf('.') + 1);
    tell(readers, phrases.get(language, "notice.back", error, tasks.isEmpty() ? "–" : tasks));
  }

  /** An article that is set aside fails, which is told with what to do about that. */
  @Override
  public void setAside(Aside aside) {
    if (aside.task().kind() != Task.Kind.ARTICLE) {
      String what = brief(aside.task().said());
      tell(readers, phrases.get(language, "notice.set-aside", what, aside.error()));
    }
  }

  /** The program ends because of an error: told by the calling thread, once, as far as it goes. */
  public void ending(Throwable why) {
    String text = phrases.get(language, "notice.ending", why.getClass().getSimpleName());
    for (long chat : readers) {
      sender.send(OutgoingCall.of(chat, Answer.of(text)), Lane.POST);
    }
  }

  /** Begins no further notice. */
  @Override
  public void close() {
    thread.shutdownNow();
  }

  private Buttons why(Article article) {
    String says = "why " + article.id();
    return Buttons.none().row(Button.says(phrases.get(language, "notice.why"), says));
  }

  private String about(String key, Article article, String more) {
    String headline = HeadlineText.line(article.content().title());
    return phrases.get(language, key, Long.toString(article.id()), headline, more);
  }

  /** The newest few, so that one sees what it is about. */
  private static String headlines(List<Article> late) {
    return late.subList(Math.max(0, late.size() - SOME), late.size()).stream()
        .map(article -> "• " + HeadlineText.line(article.content().title()))
        .collect(Collectors.joining("\n"));
  }

  private String clockTime(Instant at) {
    return CLOCK_TIME.format(at.atZone(zone));
  }

  /** Tells one person something. */
  public void tell(long chat, String text, Buttons buttons) {
    tell(List.of(chat), text, buttons);
  }

  private void tell(List<Long> chats, String text) {
    tell(chats, text, Buttons.none());
  }

  private void tell(List<Long> chats, String text, Buttons buttons) {
    for (long chat : chats) {
      after(Duration.ZERO, OutgoingCall.of(chat, Answer.of(text).with(buttons)), TRIES);
    }
  }

  private void after(Duration wait, OutgoingCall message, int tries) {
    try {
      // Nobody waits for it: deliver lets nothing through that the future could hold.
      Future<?> unused =
          thread.schedule(() -> deliver(message, tries), wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      log.debug("A notice came while the bot was stopping");
    }
  }

  private void deliver(OutgoingCall message, int tries) {
    try {
      AnswerSender.Try outcome = sender.send(message, Lane.POST);
      if (outcome instanceof AnswerSender.Try.Wait wait) {
        after(longer(wait.time(), Duration.ofMillis(100)), message, tries);
      } else if (outcome instanceof AnswerSender.Try.Again && tries > 0) {
        after(AGAIN, message, tries - 1);
      }
    } catch (RuntimeException e) {
      log.warn("A notice to chat {} was lost: {}", message.chat(), e.toString());
    }
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private String brief(Reason noted) {
    String reason = reasons.in(language, noted);
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
  }
}
