package kz.zharshy.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kz.zharshy.article.Article;
import kz.zharshy.article.Reason;
import kz.zharshy.store.Delivery;
import kz.zharshy.store.Lease.Holder;
import kz.zharshy.store.OverdueArticles.Batch;
import kz.zharshy.store.OverdueArticles.Choice;
import org.jspecify.annotations.Nullable;

/** Several listeners as one. */
public final class PublishListeners implements PublishListener {
  private final List<PublishListener> all;

  public PublishListeners(List<PublishListener> all) {
    this.all = List.copyOf(all);
  }

  @Override
  public void published(Article article, Delivery last, long firstMessageId) {
    all.forEach(one -> one.published(article, last, firstMessageId));
  }

  @Override
  public void failed(Article article, Reason reason) {
    all.forEach(one -> one.failed(article, reason));
  }

  @Override
  public void inDoubt(Article article, Delivery part, Reason reason) {
    all.forEach(one -> one.inDoubt(article, part, reason));
  }

  @Override
  public void settled(Delivery part, boolean found) {
    all.forEach(one -> one.settled(part, found));
  }

  @Override
  public void askEditors(Article article, Delivery part, Reason reason) {
    all.forEach(one -> one.askEditors(article, part, reason));
  }

  @Override
  public void corrected(Article article, String channel) {
    all.forEach(one -> one.corrected(article, channel));
  }

  @Override
  public void notCorrected(Article article, @Nullable Delivery part, Reason reason) {
    all.forEach(one -> one.notCorrected(article, part, reason));
  }

  @Override
  public void notPinned(Article article, Reason reason) {
    all.forEach(one -> one.notPinned(article, reason));
  }

  @Override
  public void gone(Article article, Delivery part) {
    all.forEach(one -> one.gone(article, part));
  }

  @Override
  public void withdrawn(Article article, List<Delivery> left) {
    all.forEach(one -> one.withdrawn(article, left));
  }

  @Override
  public void overdue(Batch batch, List<Article> late, Choice standing) {
    all.forEach(one -> one.overdue(batch, late, standing));
  }

  @Override
  public void overdueDecided(Batch batch, Choice choice, String actor) {
    all.forEach(one -> one.overdueDecided(batch, choice, actor));
  }

  @Override
  public void backlog(String channel, int waiting, Instant last) {
    all.forEach(one -> one.backlog(channel, waiting, last));
  }

  @Override
  public void anotherCopy(Holder other, Holder self) {
    all.forEach(one -> one.anotherCopy(other, self));
  }

  @Override
  public void rival(Holder self) {
    all.forEach(one -> one.rival(self));
  }

  @Override
  public void channelPaused(String channel, Reason reason) {
    all.forEach(one -> one.channelPaused(channel, reason));
  }

  @Override
  public void channelResumed(String channel) {
    all.forEach(one -> one.channelResumed(channel));
  }

  @Override
  public void telegramTrouble(Reason reason, Duration pause) {
    all.forEach(one -> one.telegramTrouble(reason, pause));
  }

  @Override
  public void telegramBack() {
    all.forEach(PublishListener::telegramBack);
  }

  @Override
  public void databaseTrouble(Reason reason) {
    all.forEach(one -> one.databaseTrouble(reason));
  }

  @Override
  public void databaseBack() {
    all.forEach(PublishListener::databaseBack);
  }
}
