package kz.zharshy.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.zharshy.article.Article;
import kz.zharshy.article.Reason;
import kz.zharshy.store.Ledger.PlannedPart;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of parts that are in the channel already, because their article was corrected
 * or withdrawn, by whatever program. An edit may be repeated, so here nothing is ever in doubt; a
 * part that a correction adds is sent through the {@link Ledger} as any other. Each method is one
 * committed transaction. Safe for use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public interface Corrections {
  /** As a wanted part: it is to be deleted. */
  PlannedPart NOTHING = new PlannedPart("nothing", "{}");

  /**
   * A published article that says something else than its post.
   *
   * @param revision how often it had been changed when it was read
   */
  record Changed(Article article, int revision) {}

  /**
   * A part that is to become another, or {@link #NOTHING}.
   *
   * @param part the part as it is in the channel now
   * @param number which wish it is; a later wish has a higher one
   * @param tries how many calls ended without anybody knowing how
   * @param links whether only its links to other posts change
   */
  record Edit(Delivery part, PlannedPart wanted, int number, int tries, boolean links) {}

  /** How a call for an edit ended, for good. */
  enum End {
    /** The part is as it is wanted, or as near to that as Telegram lets it come. */
    DONE,
    DELETED,
    /** A person has deleted it. */
    GONE,
    REFUSED
  }

  /** The next article of a channel that says something else than its post. */
  Optional<Changed> changed(String channel);

  /**
   * Sets what the parts of an article are to become: those there are matched in their order, those
   * too many deleted, and those missing sent once the others are right. Where a person has deleted
   * a part, none is sent: what people took down stays down.
   *
   * @return whether the article was still as it was read; a lost race is no error
   */
  boolean want(Changed changed, List<PlannedPart> parts, Instant now);

  /** The post stays as it is, for this reason, until the article is changed again. */
  void giveUp(Changed changed, Reason reason, Instant now);

  /** The next part of a channel that is to become another; withdrawals first. */
  Optional<Edit> next(String channel);

  /**
   * Notes that a call is about to be made.
   *
   * @return whether the edit is still wanted
   */
  boolean begin(Edit edit, Instant now);

  /** The part is so now; what was wanted takes further calls. */
  void advanced(Edit edit, PlannedPart there);

  /** Something else is wanted of the part, for this reason. */
  void instead(Edit edit, PlannedPart other, Reason reason, Instant now);

  /** Nobody knows how a call ended; it may be made again. */
  void unclear(Edit edit, Reason reason);

  /**
   * Nothing is left to be done for the part, unless something else was wanted meanwhile.
   *
   * @param there what the part is now
   * @param detail for the history; null where there is nothing to tell
   * @return whether this was the last edit of its article
   */
  boolean end(Edit edit, End how, PlannedPart there, @Nullable Reason detail, Instant now);
}
