package kz.zharshy.store;

import java.time.Instant;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * A row of the ledger: one part of one article on its way into a channel.
 *
 * @param planned exactly what goes out, or what the message is now
 * @param added whether a correction added it to an article that was out already
 */
public record Delivery(
    long id,
    PartPlace place,
    PlannedPart planned,
    Sending sending,
    Message message,
    boolean added) {
  /**
   * Where a part belongs.
   *
   * @param part counted from 1
   * @param parts how many parts the article has
   * @param channel the channel's name without {@code @}
   */
  public record PartPlace(long articleId, int part, int parts, String channel) {
    Reason said() {
      return Reason.of(ReasonCode.PART, part, parts);
    }

    Reason said(Reason more) {
      return Reason.of(ReasonCode.PART_MORE, part, parts, more);
    }
  }

  /**
   * How the sending went.
   *
   * @param highestBefore the highest message id known in the channel when it began; 0 where none
   *     was known
   * @param error why it is {@code REFUSED} or {@code UNKNOWN}, or not sent yet
   */
  public record Sending(
      DeliveryState state,
      long highestBefore,
      @Nullable Reason error,
      @Nullable Instant begunAt,
      @Nullable Instant sentAt) {}

  /**
   * The message in the channel.
   *
   * @param id its number, once {@code SENT}
   * @param last the last of its numbers: an album takes several
   * @param edit what became of changing it
   * @param proven false where an editor said that it is there, but not under which number: {@code
   *     id} is a guess then, and nobody must touch that message
   */
  public record Message(@Nullable Long id, @Nullable Long last, EditState edit, boolean proven) {}

  public long articleId() {
    return place.articleId;
  }

  public int part() {
    return place.part;
  }

  public int parts() {
    return place.parts;
  }

  public String channel() {
    return place.channel;
  }

  public DeliveryState state() {
    return sending.state;
  }

  public @Nullable Long messageId() {
    return message.id;
  }

  /** A part as it will go out. */
  public record PlannedPart(String method, String payload) {
    /** As a wanted part: it is to be deleted. */
    public static final PlannedPart NOTHING = new PlannedPart("nothing", "{}");
  }

  /** Whether readers see it in the channel. */
  public boolean isThere() {
    return sending.state == DeliveryState.SENT && message.edit.isThere();
  }
}
