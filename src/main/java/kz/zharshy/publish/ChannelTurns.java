package kz.zharshy.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import kz.zharshy.article.Article;
import kz.zharshy.article.QueueLane;
import kz.zharshy.schedule.Timetable;
import kz.zharshy.store.ArticleQueue;
import kz.zharshy.store.Ledger;
import org.jspecify.annotations.Nullable;

/** Whose turn it is in a channel, by its timetable. Safe for use by several threads. */
record ChannelTurns(String channel, ArticleQueue articles, Ledger ledger, Timetables timetables) {
  /** Whether the channel's rules let articles wait. */
  boolean areRuled() {
    return timetables.rules(channel).letWait();
  }

  /** When the next article may go out, which may be past; empty where none waits for it. */
  Optional<Instant> next(Instant now) {
    if (timetables.isPaused(channel)) {
      return Optional.empty();
    }
    Map<QueueLane, Instant> due = articles.due(channel, now);
    if (due.isEmpty()) {
      return Optional.empty();
    }
    Timetable timetable = timetables.of(channel);
    Instant last = last();
    return due.entrySet().stream()
        .map(line -> timetable.earliest(line.getKey(), last, later(now, line.getValue())))
        .min(Instant::compareTo);
  }

  Optional<Article> claim(Instant now) {
    return timetables.isPaused(channel)
        ? Optional.empty()
        : articles.claim(channel, now, timetables.of(channel).open(last(), now));
  }

  /** The article, silent where another that is as urgent follows in the same burst. */
  Article inBurst(Article article, Instant now) {
    Timetable timetable = timetables.of(channel);
    Duration burst = timetable.burst();
    if (burst.isZero()) {
      return article;
    }
    Instant end = now.plus(burst);
    boolean followed =
        articles.due(channel, now).entrySet().stream()
            .filter(line -> line.getKey().priority().compareTo(article.plan().priority()) <= 0)
            .anyMatch(
                line ->
                    !timetable
                        .earliest(line.getKey(), now, later(now, line.getValue()))
                        .isAfter(end));
    return followed ? article.withPlan(article.plan().withSilent(true)) : article;
  }

  private @Nullable Instant last() {
    return ledger.lastBegun(channel).orElse(null);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
