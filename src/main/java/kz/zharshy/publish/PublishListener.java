package kz.zharshy.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kz.zharshy.article.Article;
import kz.zharshy.article.Reason;
import kz.zharshy.health.AtWork;
import kz.zharshy.store.Delivery;
import kz.zharshy.store.ErrorEnds.Aside;
import kz.zharshy.store.Lease.Holder;
import kz.zharshy.store.OverdueArticles.Batch;
import kz.zharshy.store.OverdueArticles.Choice;
import org.jspecify.annotations.Nullable;

/**
 * Hears what happens to the articles. Called on the publisher's thread, so implementations return
 * at once and throw nothing.
 */
public interface PublishListener {
  /** All parts of an article are in the channel; {@code last} is the last of them. */
  default void published(Article article, Delivery last, long firstMessageId) {}

  /** An article cannot go out; for this reason. */
  default void failed(Article article, Reason reason) {}

  /** Whether a part is in the channel is not known; it is being looked for. */
  default void inDoubt(Article article, Delivery part, Reason reason) {}

  /** A part in doubt was found in the channel, or certainly is not there and goes out now. */
  default void settled(Delivery part, boolean found) {}

  /** Nobody but a person can tell whether a part is in the channel. */
  default void askEditors(Article article, Delivery part, Reason reason) {}

  /** The same has failed for the third time in a row; the reason says what to do. */
  default void repeated(Reason reason) {}

  /** The posts of an article that is out say what the article says now. */
  default void corrected(Article article, String channel) {}

  /**
   * A post does not say what its article says now, and will not until that is changed again.
   *
   * @param part null where it is about all of them
   */
  default void notCorrected(Article article, @Nullable Delivery part, Reason reason) {}

  /** A post could not be pinned, or taken down. Called once until that succeeds again. */
  default void notPinned(Article article, Reason reason) {}

  /** A part was deleted from the channel by a person; nothing is sent in its place. */
  default void gone(Article article, Delivery part) {}

  /**
   * An article was taken back: its posts are deleted.
   *
   * @param left parts that Telegram does not let the bot delete; they say that it was withdrawn
   */
  default void withdrawn(Article article, List<Delivery> left) {}

  /**
   * An outage has made articles late, and they are kept back until somebody chooses.
   *
   * @param standing what is chosen when the batch's time is over
   */
  default void overdue(Batch batch, List<Article> late, Choice standing) {}

  /** Somebody, or the bot, has chosen what becomes of late articles. */
  default void overdueDecided(Batch batch, Choice choice, String actor) {}

  /** A long queue waits for the flood limits; told once, until it is short again. */
  default void backlog(String channel, int waiting, Instant last) {}

  /** Another copy of the bot publishes; this one waits and takes over when that one ends. */
  default void anotherCopy(Holder other, Holder self) {}

  /** Another program receives what people write to this bot, so each gets only a part of it. */
  default void rival(Holder self) {}

  /**
   * Another program with this bot's token runs that is not of this database. Nothing is published
   * until an owner has chosen, or that program is gone.
   *
   * @param question names the question in an answer
   * @param webhook the host that the updates go to; null where that program fetches them
   */
  default void foreignCopy(String question, @Nullable String webhook, Holder self) {}

  /** An owner has chosen which one publishes. */
  default void foreignCopyChosen(boolean here) {}

  /** It is gone, and publishing goes on. */
  default void foreignCopyGone() {}

  /** A channel takes no posts; its articles wait. Called once until {@link #channelResumed}. */
  default void channelPaused(String channel, Reason reason) {}

  default void channelResumed(String channel) {}

  /** Telegram takes no calls of this bot at all, or cannot be reached. */
  default void telegramTrouble(Reason reason, Duration pause) {}

  default void telegramBack() {}

  /** The bot works again after an error has ended it. */
  default void cameBack(AtWork.Left left) {}

  /** Something was at work at too many such ends, and is touched no more. */
  default void setAside(Aside aside) {}

  /** The database does not take what has to be written; nothing is sent meanwhile. */
  default void databaseTrouble(Reason reason) {}

  default void databaseBack() {}
}
