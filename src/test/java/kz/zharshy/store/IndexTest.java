package kz.zharshy.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked all the time walks an index, so that a million old articles cost nothing. */
final class IndexTest extends QueueFile {
  @ParameterizedTest
  @ValueSource(
      strings = {
        DueArticles.NEXT,
        DueArticles.DUE_AT_ONCE,
        DueArticles.DUE_SCHEDULED,
        ArticleQueue.PUBLISHING,
        ArticleQueue.WAITING,
        ArticleQueue.UNROUTED,
        ArticleQueue.EXPIRING,
        ArticleQueue.COUNT,
        ArticleQueue.COUNT_QUEUED,
        Ledger.IN_DOUBT,
        Ledger.PART_AT,
        Ledger.BEGUN,
        Ledger.EDITS_BEGUN,
        Pins.OPEN,
        Corrections.CHANGED,
        Corrections.NEXT,
        RelatedPostsStore.NEXT,
        OverdueArticles.COUNT,
        OverdueArticles.SINCE,
        Ledger.LAST_BEGUN,
        Ledger.LATEST,
        Archive.LATEST,
        Archive.LATEST_OF_SECTION,
        Archive.BETWEEN,
        Archive.ONE,
        SqlUpdateInbox.TURNS,
        SqlUpdateInbox.FULL,
        SqlUpdateInbox.ONE,
        Statistics.POSTS,
        Statistics.CHANGES,
        Statistics.FRESH
      })
  void aFrequentQuestionWalksAnIndex(String query) throws SQLException {
    List<String> steps = plan(query);

    assertThat(steps)
        .filteredOn(
            step ->
                step.matches(
                    "(SCAN|SEARCH) (archive|article|delivery|history|part|post|reader|reaction_count|telegram_update).*"))
        .isNotEmpty()
        .allSatisfy(step -> assertThat(step).contains("USING"));
    // The two turns, at once and scheduled, are put in order at the end: two rows.
    assertThat(steps)
        .filteredOn(step -> step.contains("TEMP B-TREE"))
        .hasSize(query.contains("UNION ALL") && query.contains("ORDER BY") ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {RelatedPostsStore.OLDEST, RelatedPostsStore.NEWEST, RelatedPostsStore.VERSIONS})
  void whatBelongsTogetherIsFoundByAnIndex(String query) throws SQLException {
    assertThat(plan(query))
        .filteredOn(step -> step.matches("(SCAN|SEARCH) (article|delivery).*"))
        .isNotEmpty()
        .allSatisfy(step -> assertThat(step).startsWith("SEARCH").contains("USING"));
  }

  private List<String> plan(String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("EXPLAIN QUERY PLAN " + query)) {
      List<String> steps = new ArrayList<>();
      while (rows.next()) {
        steps.add(rows.getString("detail"));
      }
      return steps;
    }
  }
}
