package kz.zharshy.store;

import static kz.zharshy.store.ArticleRows.GIVEN;
import static kz.zharshy.store.ArticleRows.PLACES;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Gate;
import kz.zharshy.article.Plan;

/** Adds articles; one with a known {@code external_id} changes what has it, if the gate lets it. */
final class ArticleUpsert {
  /** The article's number and what was done with the draft. */
  record Result(long id, Addition addition) {}

  private static final String FIND =
      "SELECT " + ArticleRows.COLUMNS + " FROM article WHERE external_id = ?";

  private static final String INSERT =
      "INSERT INTO article (external_id, state, created_at, updated_at, "
          + GIVEN
          + ") VALUES (?, ?, ?, ?, "
          + PLACES
          + ") RETURNING id";

  private static final String CHANGE =
      "UPDATE article SET (updated_at, " + GIVEN + ") = (?, " + PLACES + ") WHERE id = ?";

  private static final String MOVE = "UPDATE article SET state = ? WHERE id = ? AND state <> ?";

  private static final String WRITERS =
      """
      SELECT actor FROM history WHERE article_id = ? AND event IN ('added', 'changed')
        ORDER BY id""";

  private record Known(long id, ArticleState state, Content content, Plan plan) {
    boolean says(Draft draft) {
      return content.equals(draft.content()) && plan.equals(draft.plan());
    }
  }

  /**
   * Adds what came through the gate.
   *
   * @param ofThisFeed whether the article of its name came out of the feed out of which this comes
   */
  Result add(Sql sql, Gate.Entry entry, boolean ofThisFeed, Instant now) throws SQLException {
    Draft draft = entry.draft();
    Optional<Known> known = known(sql, draft);
    if (known.isEmpty()) {
      return new Result(insert(sql, draft, now), Addition.ADDED);
    }
    long id = known.get().id();
    Set<String> writers = new LinkedHashSet<>(sql.list(WRITERS, row -> row.getString("actor"), id));
    if (Gate.mayChange(entry, writers, ofThisFeed)) {
      return new Result(id, change(sql, known.get(), draft, now));
    }
    return new Result(id, known.get().says(draft) ? Addition.UNCHANGED : Addition.KNOWN);
  }

  private static Optional<Known> known(Sql sql, Draft draft) throws SQLException {
    if (draft.externalId() == null) {
      return Optional.empty();
    }
    return sql.first(
        FIND,
        row ->
            new Known(
                row.getLong("id"),
                ArticleState.ofCode(row.getString("state")),
                ArticleRows.content(row),
                ArticleRows.plan(row)),
        draft.externalId());
  }

  private static long insert(Sql sql, Draft draft, Instant now) throws SQLException {
    Object[] values =
        ArticleRows.around(
            Arrays.asList(draft.externalId(), draft.state().code(), now, now),
            ArticleRows.values(draft.content(), draft.plan()),
            List.of());
    return sql.insert(INSERT, values);
  }

  private static Addition change(Sql sql, Known known, Draft draft, Instant now)
      throws SQLException {
    boolean same = known.says(draft);
    if (!same) {
      sql.update(
          CHANGE,
          ArticleRows.around(
              List.of(now),
              ArticleRows.values(draft.content(), draft.plan()),
              List.of(known.id())));
    }
    boolean moved = mayStillMove(known.state()) && move(sql, known.id(), draft.state());
    return same && !moved ? Addition.UNCHANGED : Addition.CHANGED;
  }

  private static boolean move(Sql sql, long id, ArticleState state) throws SQLException {
    return sql.update(MOVE, state.code(), id, state.code()) == 1;
  }

  /** A source may finish its draft or take a waiting article back; only an editor ends a review. */
  private static boolean mayStillMove(ArticleState state) {
    return state == ArticleState.DRAFT || state == ArticleState.QUEUED;
  }
}
