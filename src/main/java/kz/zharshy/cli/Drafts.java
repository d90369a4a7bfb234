package kz.zharshy.cli;

import java.time.Instant;
import kz.zharshy.article.Article;
import kz.zharshy.article.Draft;

/** Drafts as articles that are in no queue. */
final class Drafts {
  private Drafts() {}

  /** The article that a draft would become; its number is 0. */
  static Article preview(Draft draft, Instant now) {
    return new Article(
        0, draft.externalId(), draft.content(), draft.plan(), draft.state(), null, null, now, now);
  }
}
