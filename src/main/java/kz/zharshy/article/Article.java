package kz.zharshy.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article in the queue.
 *
 * @param id its number, never used twice
 * @param route the name of its channel without {@code @}, once the bot has chosen one
 * @param reason why it is where it is, for {@code FAILED} and {@code HELD}
 */
public record Article(
    long id,
    @Nullable String externalId,
    Content content,
    Plan plan,
    ArticleState state,
    @Nullable String route,
    @Nullable Reason reason,
    Instant createdAt,
    Instant updatedAt) {
  /** The same article with another plan. */
  public Article withPlan(Plan other) {
    return new Article(id, externalId, content, other, state, route, reason, createdAt, updatedAt);
  }
}
