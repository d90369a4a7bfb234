package kz.zharshy.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kz.zharshy.article.Article;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonText;
import kz.zharshy.health.AtWork;
import kz.zharshy.store.Delivery;
import kz.zharshy.store.ErrorEnds.Aside;
import kz.zharshy.store.Lease.Holder;
import kz.zharshy.store.OverdueArticles.Batch;
import kz.zharshy.store.OverdueArticles.Choice;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what happens to the articles into the log: info is life, warn is repeated by itself, error
 * needs a person. Safe for use by several threads.
 */
public final class PublishLog implements PublishListener {
  private static final Logger log = LoggerFactory.getLogger(PublishLog.class);

  @Override
  public void published(Article article, Delivery last, long firstMessageId) {
    log.info(
        "Article {} is out: https://t.me/{}/{} ({})",
        article.id(),
        last.channel(),
        firstMessageId,
        article.content().title());
  }

  @Override
  public void failed(Article article, Reason reason) {
    log.error("Article {} cannot go out: {}", article.id(), ReasonText.forLog(reason));
  }

  @Override
  public void inDoubt(Article article, Delivery part, Reason reason) {
    log.warn(
        "Article {}, part {} of {}: it may or may not be in @{} and is being looked for. {}",
        article.id(),
        part.part(),
        part.parts(),
        part.channel(),
        reason);
  }

  @Override
  public void settled(Delivery part, boolean found) {
    log.info(
        "Article {}, part {} of {}: {}",
        part.articleId(),
        part.part(),
        part.parts(),
        found ? "it is in the channel." : "it is not in the channel and goes out now.");
  }

  @Override
  public void askEditors(Article article, Delivery part, Reason reason) {
    log.error(
        "Article {}, part {} of {}: look whether it is in @{}. {}",
        article.id(),
        part.part(),
        part.parts(),
        part.channel(),
        reason);
  }

  @Override
  public void repeated(Reason reason) {
    log.error("{}", ReasonText.forLog(reason));
  }

  @Override
  public void corrected(Article article, String channel) {
    log.info("Article {} is corrected in @{}.", article.id(), channel);
  }

  @Override
  public void notCorrected(Article article, @Nullable Delivery part, Reason reason) {
    log.error(
        "Article {}{} is not corrected in the channel: {}",
        article.id(),
        part == null ? "" : ", part %d of %d,".formatted(part.part(), part.parts()),
        reason);
  }

  @Override
  public void notPinned(Article article, Reason reason) {
    log.error(
        "The pin of article {} could not be changed: {}. Give the bot the right to edit messages"
            + " of others in the channel, or do it by hand.",
        article.id(),
        reason);
  }

  @Override
  public void gone(Article article, Delivery part) {
    log.warn(
        "Article {}, part {} of {}: somebody has deleted it from @{}; it is not sent again.",
        article.id(),
        part.part(),
        part.parts(),
        part.channel());
  }

  @Override
  public void withdrawn(Article article, List<Delivery> left) {
    log.info("Article {} is withdrawn from the channel.", article.id());
    for (Delivery part : left) {
      log.error(
          "Article {}, part {} of {}: Telegram does not let the bot delete"
              + " https://t.me/{}/{}; it says now that it was withdrawn. Delete it by hand.",
          article.id(),
          part.part(),
          part.parts(),
          part.channel(),
          part.messageId());
    }
  }

  @Override
  public void overdue(Batch batch, List<Article> late, Choice standing) {
    log.error(
        "{} articles for @{} are late after an outage and are kept back. Choose what becomes of"
            + " them by answering the bot: /overdue {} all, newest, digest or drop. At {} it"
            + " will be: {}.",
        late.size(),
        batch.channel(),
        batch.id(),
        batch.decideBy(),
        standing.code());
  }

  @Override
  public void overdueDecided(Batch batch, Choice choice, String actor) {
    log.info("The late articles for @{}: {}, chosen by {}.", batch.channel(), choice.code(), actor);
  }

  @Override
  public void backlog(String channel, int waiting, Instant last) {
    log.info("{} articles wait for @{}; the last goes out at about {}.", waiting, channel, last);
  }

  @Override
  public void anotherCopy(Holder other, Holder self) {
    log.warn(
        "Another copy of the bot publishes from this database: process {} on {}, since {}. This"
            + " one waits and takes over when that one ends.",
        other.pid(),
        other.host(),
        other.since());
  }

  @Override
  public void foreignCopy(String question, @Nullable String webhook, Holder self) {
    log.error(
        "Another program with this bot's token is running{}, not from this database: publishing is"
            + " paused. Stop it, and the bot goes on by itself; or answer the bot: /copy {} here, or"
            + " there to stop this one. `run --here` publishes here, too, and removes a webhook.",
        webhook == null ? "" : " at " + webhook,
        question);
  }

  @Override
  public void foreignCopyChosen(boolean here) {
    log.info("An owner has chosen: {} publishes.", here ? "this copy" : "the other copy");
  }

  @Override
  public void foreignCopyGone() {
    log.info("The other program with this bot's token is gone; publishing goes on.");
  }

  @Override
  public void channelPaused(String channel, Reason reason) {
    log.error(
        "@{} takes no posts; its articles wait. Telegram says: {}. Make the bot an administrator"
            + " that may post; it then goes on by itself.",
        channel,
        reason);
  }

  @Override
  public void channelResumed(String channel) {
    log.info("@{} takes posts again.", channel);
  }

  @Override
  public void telegramTrouble(Reason reason, Duration pause) {
    log.warn(
        "Telegram: {}. The next try is in {} s.", ReasonText.forLog(reason), pause.toSeconds());
  }

  @Override
  public void telegramBack() {
    log.info("Telegram answers again.");
  }

  @Override
  public void cameBack(AtWork.Left left) {
    log.warn(
        "The process before this one was ended by an error ({}). It was at work on: {}",
        left.error(),
        left.tasks());
  }

  @Override
  public void setAside(Aside aside) {
    log.error(
        "Set aside, since the bot was ended three times within ten minutes while at work on it: {}"
            + " ({}). Put it right or remove it, then have it tried again below /status.",
        ReasonText.forLog(aside.task().said()),
        aside.error());
  }

  @Override
  public void databaseTrouble(Reason reason) {
    log.error("The database: {} Nothing is sent meanwhile.", ReasonText.forLog(reason));
  }

  @Override
  public void databaseBack() {
    log.info("The database takes what is written again.");
  }
}
