package kz.zharshy.publish;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import kz.zharshy.article.Article;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.health.AtWork;
import kz.zharshy.health.Task;
import kz.zharshy.store.ArticleQueue;

/**
 * Gives every queued article its channel and its language, and takes out those whose time is over.
 * One step at a time; the loop is the caller's.
 */
public final class Dispatcher {
  private static final int AT_ONCE = 100;
  private static final Duration IDLE = Duration.ofSeconds(30);

  private final ArticleQueue articles;
  private final Router router;
  private final PublishListener listener;
  private final Clock clock;

  public Dispatcher(ArticleQueue articles, Router router, PublishListener listener, Clock clock) {
    this.articles = articles;
    this.router = router;
    this.listener = listener;
    this.clock = clock;
  }

  /** Routes what is queued; returns how long there will be nothing to do. */
  public Duration step() {
    for (Article expired : articles.expire(clock.instant())) {
      Reason reason = expired.reason();
      listener.failed(
          expired, reason == null ? Reason.of(ReasonCode.EXPIRED, clock.instant()) : reason);
    }
    List<Article> unrouted = articles.unrouted(AT_ONCE);
    for (Article article : unrouted) {
      AtWork.run(Task.of(Task.Kind.ARTICLE, article.id()), () -> route(article));
    }
    return unrouted.size() < AT_ONCE ? IDLE : Duration.ZERO;
  }

  private void route(Article article) {
    articles.route(article, router.channel(article).name(), article.content().spokenLanguage());
  }
}
