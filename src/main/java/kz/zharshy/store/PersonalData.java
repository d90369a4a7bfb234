package kz.zharshy.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import kz.zharshy.article.ArticleState;

/**
 * What the database holds about a person besides {@link Readers}, and how all of it is erased. Safe
 * for use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public final class PersonalData {
  /** An article that a reader suggested. */
  public record Suggestion(long articleId, String title, ArticleState state) {
    /** Whether the editors have yet to decide about it. */
    public boolean isOpen() {
      return state == ArticleState.REVIEW || state == ArticleState.DRAFT;
    }
  }

  private static final String SUGGESTED =
      "INSERT INTO suggestion (article_id, user_id) VALUES (?, ?) ON CONFLICT DO NOTHING";

  private static final String SUGGESTER = "SELECT user_id FROM suggestion WHERE article_id = ?";

  private static final String SUGGESTIONS =
      """
      SELECT article_id, title, state FROM suggestion JOIN article ON id = article_id
        WHERE user_id = ? ORDER BY article_id DESC""";

  private static final String UNTAKEN =
      """
      SELECT article_id FROM suggestion JOIN article ON id = article_id WHERE user_id = ?
        AND state IN ('draft', 'review', 'withdrawn')
        AND NOT EXISTS (SELECT 1 FROM delivery WHERE delivery.article_id = article.id)""";

  /** An article with everything recorded about it. */
  private static final List<String> DROP =
      List.of(
          "DELETE FROM article WHERE id = ?",
          "DELETE FROM predecessor WHERE article_id = ?",
          "DELETE FROM history WHERE article_id = ?");

  private static final List<String> FORGET =
      List.of(
          "DELETE FROM reader WHERE user_id = ?",
          "DELETE FROM suggestion WHERE user_id = ?",
          "DELETE FROM attempt WHERE user_id = ?",
          "DELETE FROM dialogue WHERE user_id = ?");

  private static final String NAMELESS =
      "UPDATE history SET actor = 'forgotten' WHERE actor = ? AND actor LIKE 'telegram:%'";

  /** The invitation stays taken. */
  private static final String JOINED = "UPDATE invitation SET taken_by = 0 WHERE taken_by = ?";

  private final Store store;

  PersonalData(Store store) {
    this.store = store;
  }

  /** Records who suggested an article, so that the answer reaches them. */
  public void suggested(long articleId, long userId) {
    store.writeQuietly(sql -> sql.update(SUGGESTED, articleId, userId));
  }

  /** Who suggested an article; empty if no reader did or the reader was erased. */
  public Optional<Long> suggester(long articleId) {
    return store.read(sql -> sql.first(SUGGESTER, row -> row.getLong(1), articleId));
  }

  public List<Suggestion> suggestions(long userId) {
    return store.read(
        sql ->
            sql.list(
                SUGGESTIONS,
                row ->
                    new Suggestion(
                        row.getLong("article_id"),
                        row.getString("title"),
                        ArticleState.ofCode(row.getString("state"))),
                userId));
  }

  /** How many attempts at newsroom commands the audit holds under a person's name. */
  public int attempts(long userId) {
    return count("SELECT count(*) FROM attempt WHERE user_id = ?", userId);
  }

  /** How many audit lines record what a person did for the newsroom. */
  public int deeds(long userId) {
    return count("SELECT count(*) FROM audit_line WHERE user_id = ?", userId);
  }

  /** Whether a question is waiting for the person's answer. */
  public boolean isAsked(long userId) {
    return count(
            "SELECT count(*) FROM dialogue WHERE user_id = ? AND asked NOT LIKE 'answered by %'",
            userId)
        > 0;
  }

  private int count(String question, long userId) {
    return (int) (long) store.read(sql -> sql.number(question, userId));
  }

  /**
   * Erases everything kept about a person, including suggestions nobody has accepted; accepted
   * articles stay, without a trace of who suggested them.
   *
   * @param worksHere whether the person belongs to the newsroom: article histories then still name
   *     the person. The audit keeps the name of everybody who ever belonged to it.
   */
  public void forget(long userId, boolean worksHere) {
    store.write(
        sql -> {
          Readers.dropMail(sql, userId);
          for (long article : sql.list(UNTAKEN, row -> row.getLong(1), userId)) {
            each(sql, DROP, article);
          }
          each(sql, FORGET, userId);
          return worksHere
              ? 0
              : sql.update(NAMELESS, "telegram:" + userId) + sql.update(JOINED, userId);
        });
    store.erase();
  }

  private static void each(Sql sql, List<String> statements, long number) throws SQLException {
    for (String statement : statements) {
      sql.update(statement, number);
    }
  }
}
