package kz.zharshy.chat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import kz.zharshy.article.Article;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonText;
import kz.zharshy.chat.Buttons.Button;
import kz.zharshy.health.AtWork;
import kz.zharshy.health.Task;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;
import kz.zharshy.publish.PublishListener;
import kz.zharshy.store.Delivery;
import kz.zharshy.store.ErrorEnds.Aside;
import kz.zharshy.store.Lease.Holder;
import kz.zharshy.store.OverdueArticles.Batch;
import kz.zharshy.store.OverdueArticles.Choice;
import org.jspecify.annotations.Nullable;

/**
 * Tells the editors in Telegram what needs a person: each thing once, with what to do about it.
 * Safe for use by several threads.
 */
public final class Notices implements PublishListener {
  private static final int LONGEST_REASON = 500;
  private static final int SOME = 5;
  private static final DateTimeFormatter CLOCK_TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final Phrases phrases = Phrases.of("chat");
  private final NoticeDelivery delivery;
  private final Language language;
  private final ZoneId zone;
  private final ReasonText reasons;
  private final AtomicBoolean databaseFails = new AtomicBoolean();

  /** Notices in the newsroom's language, with its time. */
  public Notices(NoticeDelivery delivery, NoticeReach reach, Language language, ZoneId zone) {
    this.delivery = delivery;
    this.language = language;
    this.zone = zone;
    this.reasons = new ReasonText(zone);
    reach.whenLogChatIsLost(
        reason -> tell(phrases.get(language, "notice.log-chat-lost", brief(reason))));
  }

  @Override
  public void failed(Article article, Reason reason) {
    delivery.tell(about("notice.failed", article, brief(reason)), why(article));
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
    delivery.ask(
        text,
        Buttons.none()
            .row(Button.opens(phrases.get(language, "doubt.look"), place))
            .row(
                Button.says(phrases.get(language, "doubt.there"), "there " + number),
                Button.says(phrases.get(language, "doubt.again"), "again " + number)));
  }

  @Override
  public void repeated(Reason reason) {
    tell(phrases.get(language, "notice.repeated", brief(reason)));
  }

  @Override
  public void notCorrected(Article article, @Nullable Delivery part, Reason reason) {
    delivery.tell(about("notice.not-corrected", article, brief(reason)), why(article));
  }

  @Override
  public void notPinned(Article article, Reason reason) {
    tell(about("notice.not-pinned", article, brief(reason)));
  }

  @Override
  public void gone(Article article, Delivery part) {
    tell(about("notice.gone", article, part.channel()));
  }

  @Override
  public void withdrawn(Article article, List<Delivery> left) {
    if (left.isEmpty()) {
      tell(about("notice.withdrawn", article, ""));
      return;
    }
    List<String> links =
        left.stream()
            .map(part -> "https://t.me/%s/%d".formatted(part.channel(), part.messageId()))
            .toList();
    tell(about("notice.withdrawn-left", article, String.join("\n", links)));
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
    delivery.ask(text, buttons);
  }

  @Override
  public void overdueDecided(Batch batch, Choice choice, String actor) {
    String label = phrases.get(language, "overdue." + choice.code());
    tell(phrases.get(language, "notice.overdue-decided", batch.channel(), label));
  }

  @Override
  public void backlog(String channel, int waiting, Instant last) {
    tell(phrases.count(language, "notice.backlog", waiting, channel, clockTime(last)));
  }

  @Override
  public void anotherCopy(Holder other, Holder self) {
    tell(
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
    tell(phrases.get(language, "notice.rival", self.host(), Long.toString(self.pid())));
  }

  /** To those who may choose, with a button for each copy; no press arrives past a webhook. */
  @Override
  public void foreignCopy(String question, @Nullable String webhook, Holder self) {
    String host = self.host();
    if (webhook != null) {
      delivery.ask(phrases.get(language, "notice.foreign-webhook", webhook, host), Buttons.none());
      return;
    }
    String process = Long.toString(self.pid());
    delivery.ask(
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
    tell(phrases.get(language, "notice.foreign-gone"));
  }

  @Override
  public void channelPaused(String channel, Reason reason) {
    tell(phrases.get(language, "notice.paused", channel, brief(reason)));
  }

  @Override
  public void channelResumed(String channel) {
    tell(phrases.get(language, "notice.resumed", channel));
  }

  /** The publishers of all channels find it out; it is told once. */
  @Override
  public void databaseTrouble(Reason reason) {
    if (databaseFails.compareAndSet(false, true)) {
      tell(phrases.get(language, "notice.database", brief(reason)));
    }
  }

  @Override
  public void databaseBack() {
    if (databaseFails.compareAndSet(true, false)) {
      tell(phrases.get(language, "notice.database-back"));
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
    tell(phrases.get(language, "notice.back", error, tasks.isEmpty() ? "–" : tasks));
  }

  /** An article that is set aside fails, which is told with what to do about that. */
  @Override
  public void setAside(Aside aside) {
    if (aside.task().kind() != Task.Kind.ARTICLE) {
      String what = brief(aside.task().said());
      tell(phrases.get(language, "notice.set-aside", what, aside.error()));
    }
  }

  /** The program ends because of an error: told by the calling thread, once, as far as it goes. */
  public void ending(Throwable why) {
    String text = phrases.get(language, "notice.ending", why.getClass().getSimpleName());
    delivery.tellNow(text);
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

  /** The log chat became a supergroup. */
  public void logChatMoved(long from, long to) {
    tell(phrases.get(language, "notice.log-chat-moved", Long.toString(from), Long.toString(to)));
  }

  private void tell(String text) {
    delivery.tell(text, Buttons.none());
  }

  private String brief(Reason noted) {
    String reason = reasons.in(language, noted);
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
  }
}
