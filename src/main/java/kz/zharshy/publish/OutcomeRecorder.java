package kz.zharshy.publish;

import java.time.Clock;
import java.time.Duration;
import kz.zharshy.article.Article;
import kz.zharshy.article.Reason;
import kz.zharshy.store.Delivery;
import kz.zharshy.store.Delivery.PlannedPart;
import kz.zharshy.store.Ledger;

/**
 * Writes the outcome of sending one part to the ledger and tells the listener. If the database
 * fails, the whole call is simply repeated. The thread of the channel's publisher owns it.
 */
final class OutcomeRecorder {
  private final Article article;
  private final Delivery part;
  private final ChannelGate gate;
  private final Ledger ledger;
  private final PublishListener listener;
  private final Clock clock;

  OutcomeRecorder(Article article, Delivery part, PublishContext context, ChannelGate gate) {
    this.article = article;
    this.part = part;
    this.gate = gate;
    this.ledger = context.stores().ledger();
    this.listener = context.listener();
    this.clock = context.clock();
  }

  void sent(long firstId, long lastId) {
    ledger.sent(part.id(), firstId, lastId, clock.instant());
    gate.succeeded();
    if (part.part() == part.parts()) {
      if (part.added()) {
        listener.corrected(article, part.channel());
      } else {
        Long first = ledger.parts(article.id()).get(0).messageId();
        listener.published(article, part, first == null ? firstId : first);
      }
    }
  }

  void notSent(Reason reason) {
    ledger.notSent(part.id(), reason);
    gate.failed(reason);
  }

  void flooded(Reason reason, Duration wait) {
    ledger.notSent(part.id(), reason);
    gate.flooded(wait);
  }

  void botRefused(Reason reason) {
    ledger.notSent(part.id(), reason);
    gate.botRefused(reason);
  }

  void channelRefused(Reason reason) {
    ledger.notSent(part.id(), reason);
    gate.channelRefused(reason);
  }

  void articleRefused(Reason reason) {
    ledger.refused(part.id(), reason, clock.instant());
    listener.failed(article, reason);
  }

  void richRefused(Reason reason) {
    ledger.richRefused(part.id(), reason, clock.instant());
  }

  void pictureRefused(PictureTrouble trouble) {
    ledger.pictureRefused(part.id(), trouble.note());
  }

  void anotherWay(PlannedPart other, Reason reason) {
    ledger.replace(part.id(), other, reason, clock.instant());
  }

  void unknown(Reason reason) {
    inDoubt(reason);
    gate.failed(reason);
  }

  /** Sets the article aside until it is settled whether the part is in the channel. */
  void inDoubt(Reason reason) {
    if (ledger.unknown(part.id(), reason, DoubtSettler.LOOKING, clock.instant())) {
      listener.inDoubt(article, part, reason);
    }
  }
}
