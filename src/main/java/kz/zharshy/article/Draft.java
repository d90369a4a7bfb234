package kz.zharshy.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article on its way into the queue.
 *
 * @param externalId the source's own name for the article; a second draft with the same name
 *     changes the article instead of adding one
 * @param state where the article starts; {@code QUEUED} unless the source wants it kept
 */
public record Draft(@Nullable String externalId, Content content, Plan plan, ArticleState state) {
  public Draft {
    if (externalId != null && externalId.isBlank()) {
      throw new IllegalArgumentException("external_id is empty: leave it out, or give it a name.");
    }
  }

  /** A draft without an external id, to be published in turn. */
  public static Draft of(Content content) {
    return new Draft(null, content, Plan.atOnce(), ArticleState.QUEUED);
  }

  public Draft withExternalId(String id) {
    return new Draft(id, content, plan, state);
  }

  public Draft withContent(Content other) {
    return new Draft(externalId, other, plan, state);
  }

  public Draft withPlan(Plan other) {
    return new Draft(externalId, content, other, state);
  }

  /** The article that this draft would become; its number is 0 because it is not in the queue. */
  public Article unqueued(Instant now) {
    return new Article(
        0, externalId, content, plan, new Article.Standing(state, null, null), now, now);
  }
}
