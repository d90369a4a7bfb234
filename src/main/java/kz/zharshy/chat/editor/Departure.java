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
record Departure(Instant at, boolean isFollowed) {

  static Departure of(Article article, Desk desk) {
    String channel = desk.channel(article).name();
    Map<Long, Instant> promises =
        article.state() == ArticleState.QUEUED ? desk.promises(channel) : Map.of();
    Instant promised = promises.get(article.id());
    Instant now = desk.now();
    if (promised == null) {
      Instant own = article.plan().publishAt();
      return new Departure(own == null || own.isBefore(now) ? now : own, false);
    }
    Duration burst = desk.timetables().of(channel).burst();
    boolean followed =
        !burst.isZero()
            && promises.entrySet().stream()
                .dropWhile(place -> place.getKey() != article.id())
                .skip(1)
                .takeWhile(place -> !place.getValue().isAfter(promised.plus(burst)))
                .anyMatch(place -> isAsUrgent(place.getKey(), article, desk));
    return new Departure(promised.isBefore(now) ? now : promised, followed);
  }

  private static boolean isAsUrgent(long other, Article article, Desk desk) {
    return desk.articles()
        .find(other)
        .filter(found -> found.plan().priority().compareTo(article.plan().priority()) <= 0)
        .isPresent();
  }
}
