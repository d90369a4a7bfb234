package kz.zharshy.chat.reader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.zharshy.chat.ChatFixture.NOW;
import static kz.zharshy.chat.ChatFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.chat.ChatFixture;
import kz.zharshy.store.Audit;
import kz.zharshy.store.ReaderOutbox.Addressee;
import kz.zharshy.store.ReaderOutbox.Traits;
import kz.zharshy.store.Readers.Kind;
import kz.zharshy.store.Team.Rank;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What the database holds of a reader is shown, and what is left of one who is forgotten: none. */
final class ForgettingTest {
  private static final long READER = 5_512_345_678L;

  /** The words of the reader that must be nowhere. */
  private static final List<String> SECRETS =
      List.of("кандалакша", "запорожье", "туркестан", "балхаш", "Berlin", "Kandybek");

  /** The columns that name people; a new one has to be thought of in /my and /forget. */
  private static final Set<String> NAMING =
      Set.of(
          "reader.user_id",
          "follow.user_id",
          "followed.user_id",
          "letter.user_id",
          "mailing.name",
          "suggestion.user_id",
          "attempt.user_id",
          "attempt.who",
          "dialogue.user_id",
          "audit.user_id",
          "audit.who");

  /**
   * Tables of articles, channels, feeds and copies of the bot, and two of the newsroom’s people, of
   * whom another test here tells. A new table has to be filled by a reader's traces, or looked at
   * and put here.
   */
  private static final Set<String> NOTHING_OF_READERS =
      Set.of(
          "article_out",
          "channel_rule",
          "feed",
          "feed_item",
          "flood_wait",
          "invitation",
          "lease",
          "change",
          "error_end",
          "error_suspect",
          "foreign_copy",
          "kept_notice",
          "moved_chat",
          "set_aside",
          "related_stale",
          "overdue",
          "overdue_article",
          "person_post",
          "pin",
          "predecessor",
          "reaction_count",
          "session",
          "team_member");

  @TempDir Path folder;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private ChatFixture house;

  @BeforeEach
  void open() {
    house = new ChatFixture(folder);
    log.start();
    root().addAppender(log);
  }

  @AfterEach
  void close() {
    root().detachAppender(log);
    house.close();
  }

  @Test
  void everythingThatNamesAReaderIsShownByMyAndErasedByForget() throws Exception {
    leaveTraces();

    assertThat(naming()).containsExactlyInAnyOrderElementsOf(NAMING);
    assertThat(house.ask(READER, "ru", "/my"))
        .isEqualTo(
            """
            *Что я о вас храню*

            Ваш номер в Telegram: 5512345678
            Храню с 22 ноября 2026, 11:00
            Язык: Русский
            Часовой пояс: Europe/Berlin
            Подборка: по понедельникам в 18:00
            Следующая подборка: 23 ноября 2026, 14:00
            Ночью не беспокою.
            Подписки: «кандалакша»
            Ждут отправки 3 сообщения.
            Вы предложили 3 новости:
            № 4, Третья балхаш – не принята
            № 3, Вторая туркестан – принята
            № 2, Первая запорожье – у редакторов
            Жду ответа на мой последний вопрос.
            Записаны 2 ваши команды, которых я не знаю.

            Всё стереть: /forget""");
    forget();

    assertThat(house.ask(READER, "ru", "/my")).isEqualTo("Я ничего о вас не храню.");
    house.settle();
    assertThat(naming()).isEmpty();
    assertThat(house.database().articles().find(2)).isEmpty();
    assertThat(house.database().articles().find(4)).isEmpty();
    assertThat(house.database().articles().find(3).orElseThrow().state())
        .isEqualTo(ArticleState.QUEUED);
    assertThat(house.database().articles().history(2)).isEmpty();
    house.settle();
    house.restartNow();
    sql("VACUUM");
    house.restartNow();
    List<String> gone = new ArrayList<>(SECRETS);
    // The editors took it over: it is the newsroom’s now.
    gone.remove("туркестан");
    String left = bytes();
    assertThat(left).doesNotContain(number(), Long.toString(READER));
    assertThat(gone).noneMatch(word -> left.contains(latin(word)));
  }

  /** A table that stays empty here could hold readers without anybody's noticing. */
  @Test
  void everyTableIsFilledOrHoldsNothingOfReaders() throws Exception {
    leaveTraces();
    house.index();
    Set<String> empty = new TreeSet<>();
    for (String table : tables("table")) {
      if (rows("SELECT count(*) FROM " + table) == 0) {
        empty.add(table);
      }
    }

    assertThat(empty).containsExactlyInAnyOrderElementsOf(NOTHING_OF_READERS);
  }

  @Test
  void theAuditKeepsTheAttemptsOfTheForgottenWithoutThem() throws Exception {
    String unused = house.ask(READER, "en", "/queue balkhash");
    assertThat(house.ask(OWNER, "en", "/audit"))
        .contains("Reader 5512345678 (5512345678) was not allowed: /queue balkhash");
    forget();

    assertThat(house.ask(OWNER, "en", "/audit"))
        .contains("somebody who was forgotten on request was not allowed: /queue")
        .doesNotContain("5512345678", "balkhash");
    assertThat(rows("SELECT count(*) FROM audit WHERE done = 0")).isEqualTo(1);
  }

  @Test
  void aStrangerDoesNotFillTheAudit() throws Exception {
    Audit.Line attempt = new Audit.Line(NOW, READER, "Kandybek", "reader", "/queue 1", false);
    for (int i = 1; i <= 520; i++) {
      house.database().audit().note(i, attempt);
    }

    assertThat(rows("SELECT count(*) FROM audit")).isEqualTo(500);
  }

  @Test
  void ofSomebodyWhoLeftTheNewsroomOnlyTheAuditStillTells() throws Exception {
    house.database().team().invite("secret", Rank.EDITOR, OWNER, NOW.plusSeconds(1));
    house.database().team().join("secret", READER, "Kandybek", NOW);
    String unused = house.ask(READER, "ru", "Заголовок\n\nТекст.");
    house.database().team().remove(READER);

    assertThat(house.ask(READER, "ru", "/my"))
        .endsWith(
            "Что вы делали в редакции, записано в её журнале и останется там.\n\nВсё стереть: /forget");
    forget();
    house.settle();
    assertThat(naming())
        .containsExactly("audit.user_id", "audit.who", "audit_line.user_id", "audit_line.who");
    assertThat(house.ask(OWNER, "en", "/why 1")).contains("somebody who was forgotten on request");
  }

  @Test
  void noLogNamesAReader() throws Exception {
    root().setLevel(Level.DEBUG);
    try {
      leaveTraces();
      house.world().personBlocksBot(READER);
      house.comes(house.world().personWrites(READER, "ru", "/latest"));
      house.settle();
      house.database().personalData().forget(READER, false);
    } finally {
      root().setLevel(Level.INFO);
    }

    assertThat(log.list)
        .filteredOn(event -> event.getLoggerName().startsWith("kz.zharshy"))
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(line -> line.contains(Long.toString(READER)))
        .noneMatch(line -> SECRETS.stream().anyMatch(line::contains));
  }

  /** Everything that a reader can leave in the database. */
  private void leaveTraces() {
    long unused = house.publish(Draft.of(Content.builder("Мост", "…").build()), 1, NOW);
    house.ask(READER, "ru", "/follow кандалакша");
    house.ask(READER, "ru", "/digest weekly 18");
    house.ask(READER, "ru", "/digest Europe/Berlin");
    house.ask(READER, "ru", "просто слова балхаш");
    house.ask(READER, "ru", "/queue запорожье");
    house.ask(READER, "ru", "/card 1 туркестан");
    house.ask(READER, "ru", "/suggest Первая запорожье\n\nТекст.");
    house.ask(READER, "ru", "/suggest Вторая туркестан\n\nТекст.");
    house.ask(READER, "ru", "/suggest Третья балхаш\n\nТекст.");
    house.ask(OWNER, "ru", "/card 3 approve");
    house.ask(OWNER, "ru", "/card 4 reject");
    house.ask(READER, "ru", "/suggest");
    house.settle();
    house
        .database()
        .outbox()
        .issue(
            "digest",
            "{\"text\":\"Подборка\"}",
            List.of(new Addressee(READER, NOW.plusSeconds(97_200)), new Addressee(1, null)));
    house
        .database()
        .outbox()
        .note(1, new Traits(false, null, List.of(), List.of("кандалакша")), NOW);
    house.database().outbox().tell(READER, "{\"text\":\"Kandybek\"}", List.of(1L), NOW, NOW);
    house
        .database()
        .outbox()
        .note(1, new Traits(false, null, List.of(), List.of("кандалакша")), NOW);
    assertThat(house.database().readers().follows(READER).get(0).kind()).isEqualTo(Kind.WORD);
  }

  private void forget() {
    house.ask(READER, "ru", "/forget");
    assertThat(house.tap(READER, "Да, стереть"))
        .isEqualTo("Всё стёрто. Напишете снова – буду рад ответить.");
    house.settle();
  }

  /** All columns of all tables in which the reader's number stands, as a number or in a text. */
  private Set<String> naming() throws SQLException {
    Set<String> naming = new TreeSet<>();
    try (Connection connection = connection()) {
      for (String table : tables("table', 'view")) {
        try (ResultSet rows = connection.createStatement().executeQuery("SELECT * FROM " + table)) {
          while (rows.next()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
              String value = rows.getString(i);
              if (value != null && value.contains(Long.toString(READER))) {
                naming.add(table + "." + rows.getMetaData().getColumnName(i));
              }
            }
          }
        }
      }
    }
    return naming;
  }

  private List<String> tables(String types) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Connection connection = connection();
        ResultSet rows =
            connection
                .createStatement()
                .executeQuery("SELECT name FROM sqlite_master WHERE type IN ('" + types + "')")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  /** As SQLite stores it: the last six bytes, the highest first. */
  private static String number() {
    byte[] all = ByteBuffer.allocate(Long.BYTES).putLong(READER).array();
    return new String(all, 2, 6, StandardCharsets.ISO_8859_1);
  }

  private static String latin(String word) {
    return new String(word.getBytes(UTF_8), StandardCharsets.ISO_8859_1);
  }

  private String bytes() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String name : List.of("chat.db", "chat.db-wal")) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  private long rows(String request) throws SQLException {
    try (Connection connection = connection();
        ResultSet rows = connection.createStatement().executeQuery(request)) {
      return rows.getLong(1);
    }
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = connection()) {
      connection.createStatement().execute(statement);
    }
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("chat.db"));
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger("kz.zharshy");
  }
}
