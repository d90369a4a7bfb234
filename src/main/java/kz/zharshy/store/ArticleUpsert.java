package kz.zharshy.store;

import static kz.zharshy.store.ArticleRows.GIVEN;
import static kz.zharshy.store.ArticleRows.PLACES;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Plan;

/** Adds drafts; a draft with a known {@code external_id} changes the article that has it. */
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

  private record Known(long id, ArticleState state, Content content, Plan plan) {}

  Result add(Sql sql, Draft draft, Instant now) throws SQLException {
    Optional<Known> known = known(sql, draft);
    if (known.isEmpty()) {
      return new Result(insert(sql, draft, now), Addition.ADDED);
    }
    return new Result(known.get().id(), change(sql, known.get(), draft, now));
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
    boolean same = known.content().equals(draft.content()) && known.plan().equals(draft.plan());
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
