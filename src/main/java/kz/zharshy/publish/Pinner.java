package kz.zharshy.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.zharshy.article.Reason;
import kz.zharshy.store.ArticleQueue;
import kz.zharshy.store.Pins;
import kz.zharshy.telegram.Outcome;
import kz.zharshy.telegram.RefusalReason;
import kz.zharshy.telegram.RefusalTable;

/**
 * Pins a channel's posts and takes them down in time. A pin that cannot be had costs nothing but
 * itself. The thread of the channel's publisher owns it.
 */
final class Pinner {
  /** After so many calls whose end nobody knows a pin is given up. */
  private static final int TRIES = 5;

  private final Channel channel;
  private final ArticleQueue articles;
  private final Pins pins;
  private final PartEditor editor;
  private final ChannelGate gate;
  private final PublishListener listener;
  private final Clock clock;
  private boolean refusedBefore;

  Pinner(Channel channel, PublishContext context, PartEditor editor, ChannelGate gate) {
    this.channel = channel;
    this.articles = context.stores().articles();
    this.pins = context.stores().pins();
    this.editor = editor;
    this.gate = gate;
    this.listener = context.listener();
    this.clock = context.clock();
  }

  Optional<Pins.Task> next() {
    return pins.next(channel.name(), clock.instant());
  }

  /** The wait, or a shorter one where a post is to be taken down before its end. */
  Duration orUntilNextEnd(Duration wait) {
    Instant now = clock.instant();
    return pins.nextEnd(channel.name())
        .filter(end -> end.isAfter(now) && end.isBefore(now.plus(wait)))
        .map(end -> Duration.between(now, end))
        .orElse(wait);
  }

  /** Makes a call for which there is a place in the flood budget. */
  void make(Pins.Task task) {
    if (!pins.begin(task, clock.instant())) {
      return;
    }
    Outcome<?> outcome = editor.pin(task.channel(), task.message(), task.isUp());
    if (outcome instanceof Outcome.Done<?>) {
      done(task);
    } else if (outcome instanceof Outcome.Refused<?> refused) {
      refused(task, refused);
    } else {
      unclear(task, outcome);
    }
  }

  private void done(Pins.Task task) {
    gate.succeeded();
    refusedBefore = false;
    pins.done(task, clock.instant());
  }

  private void refused(Pins.Task task, Outcome.Refused<?> refused) {
    Reason reason = RefusalReason.of(refused);
    switch (RefusalTable.kind(refused, channel.chatId())) {
      case FLOOD -> gate.flooded(PartSender.floodWait(refused));
      case BOT, CONFLICT -> gate.botRefused(reason);
      case NOT_MODIFIED -> done(task);
      case GONE -> gone(task, reason);
      case CHANNEL, MIGRATED, READER_GONE -> channelRefused(task, refused);
      case PICTURE, ARTICLE -> giveUp(task, reason);
    }
  }

  /** What should not be pinned and is no more: a success. */
  private void gone(Pins.Task task, Reason reason) {
    if (task.isUp()) {
      pins.refused(task, reason, clock.instant());
    } else {
      done(task);
    }
  }

  /** The right to pin is one of its own: without it posts can still be sent. */
  private void channelRefused(Pins.Task task, Outcome.Refused<?> refused) {
    if (refused.code() == 400) {
      giveUp(task, RefusalReason.of(refused));
    } else {
      gate.channelRefused(RefusalReason.of(refused));
    }
  }

  private void unclear(Pins.Task task, Outcome<?> outcome) {
    Reason reason = Outcomes.reason(outcome);
    if (outcome instanceof Outcome.Unknown<?>) {
      pins.unclear(task);
      if (task.tries() + 1 >= TRIES) {
        giveUp(task, reason);
      }
    }
    gate.failed(reason);
  }

  /** The editors hear of it once, until a post can be pinned again. */
  private void giveUp(Pins.Task task, Reason reason) {
    pins.refused(task, reason, clock.instant());
    if (!refusedBefore) {
      articles.find(task.articleId()).ifPresent(it -> listener.notPinned(it, reason));
    }
    refusedBefore = true;
  }
}
