package kz.zharshy.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import kz.zharshy.article.Article;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Plan;
import kz.zharshy.article.Priority;
import kz.zharshy.language.Language;
import kz.zharshy.store.Delivery.PlannedPart;
import org.jspecify.annotations.Nullable;

/** What the tests of the queue have in common. */
final class Samples {
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  static final String CHANNEL = "steppe_news";

  private Samples() {}

  static Draft draft(String title) {
    return Draft.of(Content.builder(title, "Текст статьи «" + title + "».").build());
  }

  static Plan plan(Priority priority, @Nullable Instant publishAt) {
    return new Plan(null, null, null, priority, new Plan.Window(publishAt, null), false, null);
  }

  static Plan expiring(Instant expiresAt) {
    return new Plan(
        null, null, null, Priority.NORMAL, new Plan.Window(null, expiresAt), false, null);
  }

  static List<PlannedPart> parts(String... texts) {
    return List.of(texts).stream()
        .map(text -> new PlannedPart("sendMessage", "{\"text\":\"" + text + "\"}"))
        .toList();
  }

  /** Takes a draft in and notes its channel. */
  static Article routed(QueueDatabase queue, Draft draft) {
    Article article = queue.articles().add(draft, "test", NOON).article();
    if (!queue.articles().route(article, CHANNEL, Language.RU)) {
      throw new AssertionError("lost a race against nobody");
    }
    return queue.articles().find(article.id()).orElseThrow();
  }

  /** Takes a draft in and claims it; nothing else may wait. */
  static Article claimed(QueueDatabase queue, Draft draft) {
    routed(queue, draft);
    return queue.articles().claim(CHANNEL, NOON).orElseThrow();
  }

  /** A statement by another program. */
  static void sql(Path file, String... statements) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}
