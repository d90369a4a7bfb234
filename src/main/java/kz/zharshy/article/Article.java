package kz.zharshy.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article in the queue.
 *
 * @param id its number, never used twice
 */
public record Article(
    long id,
    @Nullable String externalId,
    Content content,
    Plan plan,
    Standing standing,
    Instant createdAt,
    Instant updatedAt) {
  /**
   * How far an article has come.
   *
   * @param route the name of its channel without {@code @}, once the bot has chosen one
   * @param reason why it is where it is, for {@code FAILED} and {@code HELD}
   */
  public record Standing(ArticleState state, @Nullable String route, @Nullable Reason reason) {}

  public ArticleState state() {
    return standing.state;
  }

  public @Nullable String route() {
    return standing.route;
  }

  public @Nullable Reason reason() {
    return standing.reason;
  }

  public Article withPlan(Plan other) {
    return new Article(id, externalId, content, other, standing, createdAt, updatedAt);
  }
}
