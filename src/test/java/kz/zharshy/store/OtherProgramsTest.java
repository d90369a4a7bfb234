package kz.zharshy.store;

import static kz.zharshy.store.Samples.CHANNEL;
import static kz.zharshy.store.Samples.NOON;
import static kz.zharshy.store.Samples.parts;
import static kz.zharshy.store.Samples.sql;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Reason;
import kz.zharshy.language.Language;
import kz.zharshy.store.ArticleQueue.HistoryLine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A site inserts an article again: by an upsert, by {@code REPLACE}, which deletes the row and
 * inserts another, or by a {@code DELETE} and an {@code INSERT}; through the driver, the {@code
 * sqlite3} program and Python, whose SQLite is older.
 */
@Tag("slow")
final class OtherProgramsTest extends QueueFile {
  private static final String UPSERT =
      "INSERT INTO article (external_id, title, body, state) VALUES ('site-7', '%s', 'Тело',"
          + " 'queued') ON CONFLICT (external_id) DO UPDATE SET title = excluded.title,"
          + " body = excluded.body, state = excluded.state";
  private static final String REPLACE =
      "REPLACE INTO article (external_id, title, body) VALUES ('site-7', '%s', 'Тело')";
  private static final String RECREATE =
      "DELETE FROM article WHERE external_id = 'site-7'; "
          + "INSERT INTO article (external_id, title, body) VALUES ('site-7', '%s', 'Тело')";

  /** A program and its way of inserting again. */
  record Way(String name, Program program, String statement) {
    void say(Path file, String title) {
      program.run(file, statement.formatted(title));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** Runs statements on a database. */
  @FunctionalInterface
  interface Program {
    void run(Path file, String statements);
  }

  static Stream<Way> ways() {
    return Stream.of("driver", "sqlite3").flatMap(OtherProgramsTest::ways);
  }

  static Stream<Way> waysWithPython() {
    return Stream.concat(ways(), ways("python3"));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void anArticleThatWaitsIsChangedAndStaysOne(Way way) {
    way.say(file, "Было");
    way.say(file, "Стало");

    assertThat(queue.articles().waiting(10))
        .singleElement()
        .satisfies(article -> assertThat(article.content().title()).isEqualTo("Стало"));
  }

  @ParameterizedTest
  @MethodSource("waysWithPython")
  void anArticleThatIsInTheChannelIsChangedAndNeverWaitsAgain(Way way) {
    long id = publish(way, "Было");

    way.say(file, "Стало");
    way.say(file, "Стало ещё раз");

    Article article = queue.articles().find(id).orElseThrow();
    assertThat(article.state()).isEqualTo(ArticleState.PUBLISHED);
    assertThat(article.content().title()).isEqualTo("Стало ещё раз");
    assertThat(article.route()).isEqualTo(CHANNEL);
    assertThat(article.createdAt()).isBefore(article.updatedAt());
    assertNothingWaits();
    assertThat(queue.ledger().latest(5)).extracting("title").containsExactly("Стало ещё раз");
    assertThat(queue.articles().history(id))
        .extracting(HistoryLine::event)
        .containsExactly(
            "added", "publishing", "sending", "sent", "published", "changed", "changed");
  }

  @ParameterizedTest
  @MethodSource("ways")
  void anArticleThatIsGoingOutIsNotTakenUpASecondTime(Way way) {
    way.say(file, "Было");
    Article claimed = claim();
    Delivery part = plan(claimed).get(0);
    queue.ledger().sending(part.id(), NOON);

    way.say(file, "Стало");

    assertThat(queue.articles().find(claimed.id()).orElseThrow().state())
        .isEqualTo(ArticleState.PUBLISHING);
    assertThat(queue.articles().publishing(CHANNEL)).isPresent();
    assertNothingWaits();
    queue.ledger().sent(part.id(), 5, 5, NOON);
    assertThat(queue.articles().find(claimed.id()).orElseThrow().state())
        .isEqualTo(ArticleState.PUBLISHED);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void theSameContentAgainDoesNotReviveWhatFailed(Way way) {
    way.say(file, "Слишком длинно");
    Article claimed = claim();
    queue.ledger().refused(plan(claimed).get(0).id(), Reason.words("message is too long"), NOON);

    way.say(file, "Слишком длинно");
    if (!way.statement().equals(RECREATE) && !way.statement().equals(UPSERT)) {
      assertThat(queue.articles().find(claimed.id()).orElseThrow().state())
          .isEqualTo(ArticleState.FAILED);
      assertNothingWaits();
    }

    way.say(file, "Короче");
    assertThat(queue.articles().waiting(5))
        .singleElement()
        .satisfies(article -> assertThat(article.reason()).isNull());
  }

  @ParameterizedTest
  @MethodSource("ways")
  void anArticleThatIsInDoubtStaysSo(Way way) {
    way.say(file, "Было");
    Article claimed = claim();
    Delivery part = plan(claimed).get(0);
    queue.ledger().sending(part.id(), NOON);
    queue.ledger().unknown(part.id(), Reason.words("answer cut"), Reason.words("in doubt"), NOON);

    way.say(file, "Стало");

    assertThat(queue.articles().find(claimed.id()).orElseThrow().state())
        .isEqualTo(ArticleState.HELD);
    assertNothingWaits();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "REPLACE INTO article (external_id, title, state) VALUES ('site-7', 'Было', 'withdrawn')",
        "INSERT INTO article (external_id, title, state) VALUES ('site-7', 'Было', 'withdrawn')"
            + " ON CONFLICT (external_id) DO UPDATE SET state = excluded.state",
        "UPDATE article SET state = 'withdrawn' WHERE external_id = 'site-7'"
      })
  void aSiteTakesBackWhatIsInTheChannel(String statement) {
    Way way = ways("driver").findFirst().orElseThrow();
    long id = publish(way, "Было");

    sql(file, statement);

    assertThat(queue.articles().find(id).orElseThrow().state()).isEqualTo(ArticleState.WITHDRAWN);
    way.say(file, "Было");
    assertThat(queue.articles().find(id).orElseThrow().state()).isEqualTo(ArticleState.WITHDRAWN);
    assertNothingWaits();
  }

  @Test
  void aRowDeletedWhileItGoesOutIsNotForgotten() {
    sql(file, REPLACE.formatted("Было"));
    Article claimed = claim();
    Delivery part = plan(claimed).get(0);
    queue.ledger().sending(part.id(), NOON);

    sql(file, "DELETE FROM article");
    queue.ledger().sent(part.id(), 5, 5, NOON);

    assertThat(queue.ledger().isRecorded(CHANNEL, 5)).isTrue();
    sql(file, "INSERT INTO article (id, title) VALUES (" + claimed.id() + ", 'Снова')");
    assertNothingWaits();
  }

  @Test
  void aRowDeletedBeforeItsTurnIsGone() {
    sql(file, REPLACE.formatted("Передумали"));
    sql(file, "DELETE FROM article WHERE external_id = 'site-7'");
    assertThat(queue.articles().waiting(5)).isEmpty();

    sql(file, REPLACE.formatted("Всё-таки выйдет"));
    assertThat(queue.articles().waiting(5)).hasSize(1);
  }

  @Test
  void anArticleThatWasIgnoredLeavesNoTrace() {
    sql(file, REPLACE.formatted("Первая"));
    sql(
        file,
        "INSERT OR IGNORE INTO article (external_id, title) VALUES ('site-7', 'Вторая')",
        "UPDATE article SET external_id = 'site-8'",
        "INSERT INTO article (external_id, title) VALUES ('site-7', 'Третья')");

    assertThat(queue.articles().waiting(5))
        .extracting(article -> article.externalId() + " " + article.content().title())
        .containsExactly("site-8 Первая", "site-7 Третья");
  }

  @Test
  void aReplacementWithRecursiveTriggersIsOneToo() {
    long id = publish(ways("driver").skip(1).findFirst().orElseThrow(), "Было");

    sql(file, "PRAGMA recursive_triggers = ON", REPLACE.formatted("Стало"));

    assertThat(queue.articles().find(id).orElseThrow().content().title()).isEqualTo("Стало");
    assertThat(queue.articles().find(id).orElseThrow().state()).isEqualTo(ArticleState.PUBLISHED);
    assertNothingWaits();
  }

  @Test
  void anEditorsHoldSurvivesASitesReplacement() {
    sql(file, REPLACE.formatted("Было"));
    queue
        .articles()
        .move(1, ArticleState.QUEUED, ArticleState.HELD, Reason.words("wait"), "telegram:1", NOON);

    sql(file, REPLACE.formatted("Стало"));

    Article article = queue.articles().find(1).orElseThrow();
    assertThat(article.state()).isEqualTo(ArticleState.HELD);
    assertThat(article.reason()).isEqualTo(Reason.words("wait"));
  }

  private long publish(Way way, String title) {
    way.say(file, title);
    Article claimed = claim();
    Delivery part = plan(claimed).get(0);
    queue.ledger().sending(part.id(), NOON);
    queue.ledger().sent(part.id(), 5, 5, NOON);
    return claimed.id();
  }

  private Article claim() {
    Article waiting = queue.articles().waiting(1).get(0);
    queue.articles().route(waiting, CHANNEL, Language.RU);
    return queue.articles().claim(CHANNEL, NOON).orElseThrow();
  }

  private List<Delivery> plan(Article article) {
    return queue.ledger().plan(article.id(), CHANNEL, parts("a"), NOON);
  }

  private void assertNothingWaits() {
    assertThat(queue.articles().unrouted(5)).isEmpty();
    assertThat(queue.articles().claim(CHANNEL, NOON)).isEmpty();
    assertThat(queue.articles().count(ArticleState.QUEUED)).isZero();
  }

  private static Stream<Way> ways(String program) {
    Program runner =
        switch (program) {
          case "driver" -> (file, statements) -> sql(file, statements.split("; "));
          case "sqlite3" -> (file, statements) -> Commands.sqlite3(file, statements);
          default -> (file, statements) -> Commands.python(file, statements);
        };
    return Stream.of(
        new Way(program + " upserts", runner, UPSERT),
        new Way(program + " replaces", runner, REPLACE),
        new Way(program + " deletes and inserts", runner, RECREATE));
  }
}
