package kz.zharshy.chat.editor;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;

/**
 * When an article leaves, as far as one can tell.
 *
 * @param isFollowed whether another follows in the same burst, so that this one makes no sound
 */
record PublishEstimate(Instant at, boolean isFollowed) {
  static PublishEstimate of(Article article, EditorContext context) {
    String channel = context.channel(article).name();
    Map<Long, Instant> forecast =
        article.state() == ArticleState.QUEUED ? context.forecast(channel) : Map.of();
    Instant promised = forecast.get(article.id());
    Instant now = context.now();
    if (promised == null) {
      Instant own = article.plan().publishAt();
      return new PublishEstimate(own == null || own.isBefore(now) ? now : own, false);
    }
    Duration burst = context.timetables().of(channel).burst();
    boolean followed =
        !burst.isZero()
            && forecast.entrySet().stream()
                .dropWhile(place -> place.getKey() != article.id())
                .skip(1)
                .takeWhile(place -> !place.getValue().isAfter(promised.plus(burst)))
                .anyMatch(place -> isAsUrgent(place.getKey(), article, context));
    return new PublishEstimate(promised.isBefore(now) ? now : promised, followed);
  }

  private static boolean isAsUrgent(long other, Article article, EditorContext context) {
    return context
        .articles()
        .find(other)
        .filter(found -> found.plan().priority().compareTo(article.plan().priority()) <= 0)
        .isPresent();
  }
}
