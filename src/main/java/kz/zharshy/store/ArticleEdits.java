package kz.zharshy.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Plan;
import kz.zharshy.article.QueueLane;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;

/** An editor's changes of articles that are in the database already. */
final class ArticleEdits {
  private static final String CONTENT =
      "UPDATE article SET (updated_at, %s) = (?, %s) WHERE id = ?"
          .formatted(ArticleRows.GIVEN, ArticleRows.PLACES);

  private static final String PLAN =
      """
      UPDATE article SET updated_at = ?, story = ?, translation_of = ?, priority = ?,
        publish_at = ?, expires_at = ?, silent = ?, pin_until = ? WHERE id = ?""";

  private static final String CHANNEL = "UPDATE article SET channel = ? WHERE id = ?";
  private static final String MOVE = "UPDATE article SET state = ?, reason = NULL WHERE id = ?";

  private static final String TIMES =
      "UPDATE article SET created_at = ?, publish_at = ? WHERE id = ? AND state = 'queued'";

  boolean revise(Sql sql, Article read, Content content, Plan plan, ArticleState to, Instant now)
      throws SQLException {
    Optional<Article> found = ArticleRows.find(sql, read.id());
    if (found.isEmpty() || !isStill(read, found.get())) {
      return false;
    }
    if (!content.equals(read.content())) {
      sql.update(
          CONTENT,
          ArticleRows.around(
              List.of(now), ArticleRows.values(content, read.plan()), List.of(read.id())));
    }
    if (!plan.equals(read.plan())) {
      plan(sql, read, plan, now);
    }
    if (to != read.state()) {
      sql.update(MOVE, to.code(), read.id());
    }
    return ArticleRows.find(sql, read.id()).filter(after -> after.state() == to).isPresent();
  }

  /** Only the bot's own choice of a channel may have been made meanwhile. */
  private static boolean isStill(Article read, Article now) {
    return read.state() == now.state()
        && read.plan().equals(now.plan())
        && read.updatedAt().equals(now.updatedAt());
  }

  private static void plan(Sql sql, Article read, Plan plan, Instant now) throws SQLException {
    sql.update(
        PLAN,
        now,
        plan.story(),
        plan.translationOf(),
        plan.priority().code(),
        plan.publishAt(),
        plan.expiresAt(),
        plan.silent(),
        plan.pinUntil(),
        read.id());
    if (!Objects.equals(plan.channel(), read.plan().channel())) {
      sql.update(CHANNEL, plan.channel(), read.id());
    }
    Instant at = plan.publishAt();
    if (!Objects.equals(at, read.plan().publishAt())) {
      ArticleRows.note(
          sql,
          read.id(),
          "planned",
          at == null ? Reason.of(ReasonCode.IN_TURN) : Reason.of(ReasonCode.AT, at));
    }
  }

  boolean swap(Sql sql, long one, long other) throws SQLException {
    Optional<Article> first = ArticleRows.find(sql, one);
    Optional<Article> second = ArticleRows.find(sql, other);
    if (first.isEmpty() || second.isEmpty() || !inOneLine(first.get(), second.get())) {
      return false;
    }
    move(sql, first.get(), second.get());
    move(sql, second.get(), first.get());
    return true;
  }

  private static boolean inOneLine(Article one, Article other) {
    return one.state() == ArticleState.QUEUED
        && other.state() == ArticleState.QUEUED
        && QueueLane.of(one.plan()).equals(QueueLane.of(other.plan()));
  }

  private static void move(Sql sql, Article article, Article to) throws SQLException {
    Instant at = to.plan().publishAt();
    sql.update(TIMES, to.createdAt(), at, article.id());
    ArticleRows.note(sql, article.id(), "moved", Reason.of(ReasonCode.PLACE_OF, to.id()));
  }
}
