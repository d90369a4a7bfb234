package kz.zharshy.store;

import java.time.Instant;
import kz.zharshy.article.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A row of the ledger: one part of one article on its way into a channel.
 *
 * @param part counted from 1
 * @param parts how many parts the article has
 * @param channel the channel's name without {@code @}
 * @param method the Bot API's method
 * @param payload its parameters as JSON, exactly as they go out, or as the message is now
 * @param payloadHash SHA-256 of method and payload, in hexadecimal
 * @param highestBefore the highest message id known in the channel when the sending began; 0 where
 *     none was known
 * @param messageId its number in the channel, once {@code SENT}
 * @param lastMessageId the last of its numbers: an album takes several
 * @param added whether a correction added it to an article that was out already
 * @param proven false where an editor said that it is there, but not under which number: {@code
 *     messageId} is a guess then, and nobody must touch that message
 * @param error why it is {@code REFUSED} or {@code UNKNOWN}
 */
public record Delivery(
    long id,
    long articleId,
    int part,
    int parts,
    String channel,
    DeliveryState state,
    String method,
    String payload,
    String payloadHash,
    long highestBefore,
    @Nullable Long messageId,
    @Nullable Long lastMessageId,
    @Nullable Reason error,
    @Nullable Instant sendingAt,
    @Nullable Instant sentAt,
    EditState edit,
    boolean added,
    boolean proven) {
  /** A part as it will go out. */
  public record PlannedPart(String method, String payload) {
    /** As a wanted part: it is to be deleted. */
    public static final PlannedPart NOTHING = new PlannedPart("nothing", "{}");
  }

  /** Whether readers see it in the channel. */
  public boolean isThere() {
    return state == DeliveryState.SENT && edit.isThere();
  }
}
