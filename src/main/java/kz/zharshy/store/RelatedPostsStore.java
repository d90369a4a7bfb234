package kz.zharshy.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.zharshy.article.Article;
import kz.zharshy.article.Reason;
import kz.zharshy.article.RelatedPosts;
import kz.zharshy.article.RelatedPosts.Place;
import kz.zharshy.article.RelatedPosts.Update;
import kz.zharshy.article.RelatedPosts.Version;
import kz.zharshy.language.Language;
import kz.zharshy.store.ArticleChange.Traits;
import kz.zharshy.store.ArticleChange.What;
import kz.zharshy.store.Delivery.PlannedPart;
import org.jspecify.annotations.Nullable;

/**
 * How the posts of articles belong together: versions in other languages, and the news of a story.
 * Each method is one committed transaction. Safe for use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public final class RelatedPostsStore {
  /**
   * An article that is out, around which something came, went or was joined otherwise.
   *
   * @param number what happened last; a later event has a higher one
   */
  public record Stale(Article article, long number) {}

  private static final int UPDATES = 5;

  /** A post that can be linked to: all know its number, and it is still there. */
  private static final String IS_THERE =
      " AND delivery.part = 1 AND delivery.state = 'sent' AND delivery.proven = 1"
          + " AND delivery.edit_state NOT IN ('gone', 'deleted') AND article.state <> 'withdrawn'";

  /**
   * All versions that hang together with two articles, whichever is said to be whose translation,
   * in a circle too; the nearest, where somebody has joined a whole archive.
   */
  private static final String GROUP =
      """
      WITH RECURSIVE version (id) AS (VALUES (?), (?)
        UNION SELECT translation_of FROM version JOIN article ON article.id = version.id
        WHERE translation_of IS NOT NULL
        UNION SELECT article.id FROM version JOIN article
        ON article.translation_of = version.id LIMIT 100)""";

  /** Of several in one language that in the same channel, then the newest. */
  static final String VERSIONS =
      GROUP
          + " SELECT coalesce(language, route_language) AS language, delivery.channel, message_id"
          + " FROM version JOIN article ON article.id = version.id"
          + " JOIN delivery ON delivery.article_id = article.id"
          + " WHERE article.id <> ?"
          + IS_THERE
          + " ORDER BY delivery.channel <> ?, delivery.id DESC";

  private static final String OF_STORY =
      " FROM article JOIN delivery ON delivery.article_id = article.id"
          + " WHERE article.story = ? AND delivery.channel = ?"
          + IS_THERE;

  static final String OLDEST =
      "SELECT article.id, message_id" + OF_STORY + " ORDER BY message_id LIMIT 1";

  static final String NEWEST =
      "SELECT coalesce(sending_at, sent_at) AS at, delivery.channel, message_id"
          + OF_STORY
          + " AND article.id <> ? ORDER BY message_id DESC LIMIT "
          + UPDATES;

  private static final String OUT_SINCE =
      """
      SELECT coalesce(sending_at, sent_at) AS at FROM delivery
        WHERE article_id = ? AND part = 1 AND state = 'sent'""";

  private static final String HAS_TRANSLATION = "SELECT 1 FROM article WHERE translation_of = ?";

  private static final String OR_RENEW =
      " ON CONFLICT (article_id) DO UPDATE SET channel = excluded.channel, number = excluded.number";

  private static final String STALE_VERSIONS =
      "INSERT INTO related_stale (article_id, channel, number) "
          + GROUP
          + """
           SELECT article_id, channel, ? FROM version
            JOIN delivery ON delivery.article_id = version.id WHERE part = 1"""
          + OR_RENEW;

  /** The first of a story has the links; which one that is may just have changed. */
  private static final String STALE_STORY =
      "INSERT INTO related_stale (article_id, channel, number)"
          + " SELECT article_id, channel, ? FROM (SELECT article.id AS article_id,"
          + " delivery.channel, row_number() OVER (PARTITION BY delivery.channel"
          + " ORDER BY message_id) AS place FROM article"
          + " JOIN delivery ON delivery.article_id = article.id WHERE article.story = ?"
          + IS_THERE
          + ") WHERE place <= 2"
          + OR_RENEW;

  static final String NEXT =
      "SELECT "
          + ArticleRows.COLUMNS
          + ", number FROM (SELECT article_id, number FROM related_stale WHERE channel = ?"
          + " ORDER BY article_id) JOIN article ON article.id = article_id"
          + " WHERE state = 'published' LIMIT 1";

  private static final String TAKE =
      """
      DELETE FROM related_stale WHERE article_id = ? AND number = ?
        AND EXISTS (SELECT 1 FROM article WHERE id = article_id AND state = 'published')
        AND NOT EXISTS (SELECT 1 FROM delivery WHERE delivery.article_id =
        related_stale.article_id AND edit_state = 'pending')""";

  private static final String WANT =
      """
      UPDATE delivery SET edit_state = 'pending', wanted_method = ?, wanted_payload = ?,
        edit_number = edit_number + 1, edit_tries = 0, edit_error = NULL, edit_links = 1
        WHERE id = ? AND state = 'sent' AND edit_state NOT IN ('gone', 'deleted')""";

  private static final String IS_NOTED =
      "SELECT 1 FROM history WHERE article_id = ? AND event = 'links' AND detail = ?";

  private final Store store;

  RelatedPostsStore(Store store) {
    this.store = store;
  }

  /** What is around an article whose post is in a channel, or would go there. */
  public RelatedPosts around(Article article, String channel) {
    return store.read(
        sql -> {
          Instant at =
              sql.first(OUT_SINCE, row -> ArticleRows.time(row, "at"), article.id())
                  .flatMap(time -> time)
                  .orElse(null);
          Story story = story(sql, article, channel, at == null);
          return new RelatedPosts(
              versions(sql, article, channel), story.updates(), story.answersTo(), at);
        });
  }

  /** The next article of a channel whose links may not be what they should be. */
  public Optional<Stale> next(String channel) {
    store.settle();
    return store.read(
        sql ->
            sql.first(
                NEXT, row -> new Stale(ArticleRows.article(row), row.getLong("number")), channel));
  }

  /**
   * Sets what parts of the article are to become so that their links are right.
   *
   * @param wanted by the numbers of the ledger's rows; empty where all is as it should be
   * @return whether nothing had happened meanwhile; a lost race is no error
   */
  public boolean want(Stale stale, Map<Long, PlannedPart> wanted, Instant now) {
    return store.writeFenced(
        ArticleQueue.BOT,
        now,
        sql -> {
          boolean taken = sql.update(TAKE, stale.article().id(), stale.number()) == 1;
          if (taken) {
            for (Map.Entry<Long, PlannedPart> part : wanted.entrySet()) {
              PlannedPart then = part.getValue();
              sql.update(WANT, then.method(), then.payload(), part.getKey());
            }
          }
          return taken;
        });
  }

  /** Puts something about an article's links into its history, unless they are there already. */
  public void note(long articleId, Reason reason, Instant now) {
    if (store.read(sql -> sql.first(IS_NOTED, row -> true, articleId, reason)).isEmpty()) {
      store.write(
          ArticleQueue.BOT,
          now,
          sql -> {
            ArticleRows.note(sql, articleId, "links", reason);
            return true;
          });
    }
  }

  private static List<Version> versions(Sql sql, Article article, String channel)
      throws SQLException {
    Long original = article.plan().translationOf();
    Map<Language, Version> versions = new EnumMap<>(Language.class);
    for (Version version :
        sql.list(
            VERSIONS,
            RelatedPostsStore::version,
            article.id(),
            original == null ? article.id() : original,
            article.id(),
            channel)) {
      versions.putIfAbsent(version.language(), version);
    }
    versions.remove(article.content().spokenLanguage());
    return List.copyOf(versions.values());
  }

  private record Story(List<Update> updates, @Nullable Place answersTo) {}

  private static Story story(Sql sql, Article article, String channel, boolean isToCome)
      throws SQLException {
    String story = article.plan().story();
    Optional<Oldest> oldest =
        story == null
            ? Optional.empty()
            : sql.first(
                OLDEST,
                row -> new Oldest(row.getLong(1), new Place(channel, row.getLong(2))),
                story,
                channel);
    if (oldest.isEmpty()) {
      return new Story(List.of(), null);
    }
    if (oldest.get().article() == article.id()) {
      return new Story(
          sql.list(NEWEST, RelatedPostsStore::update, story, channel, article.id()), null);
    }
    return new Story(List.of(), isToCome ? oldest.get().place() : null);
  }

  private record Oldest(long article, Place place) {}

  /** Marks the posts whose links may have to change by what happened to an article. */
  static void note(
      Sql sql, long articleId, List<ArticleChange> changes, Optional<Traits> now, long number)
      throws SQLException {
    Set<Long> originals = new LinkedHashSet<>();
    Set<String> stories = new LinkedHashSet<>();
    for (Traits traits : traits(changes, now)) {
      Optional.ofNullable(traits.translationOf()).ifPresent(originals::add);
      Optional.ofNullable(traits.story()).ifPresent(stories::add);
    }
    boolean isAlone =
        originals.isEmpty()
            && stories.isEmpty()
            && sql.first(HAS_TRANSLATION, row -> true, articleId).isEmpty();
    if (isAlone || changes.stream().noneMatch(change -> concernsLinks(change, now))) {
      return;
    }
    originals.add(articleId);
    for (long original : originals) {
      sql.update(STALE_VERSIONS, original, original, number);
    }
    for (String story : stories) {
      sql.update(STALE_STORY, number, story);
    }
  }

  private static List<Traits> traits(List<ArticleChange> changes, Optional<Traits> now) {
    return Stream.concat(changes.stream().map(ArticleChange::before), now.stream()).toList();
  }

  private static boolean concernsLinks(ArticleChange change, Optional<Traits> now) {
    Traits before = change.before();
    return !change.is(What.CHANGED)
        || now.filter(
                it ->
                    it.isWithdrawn() == before.isWithdrawn()
                        && Objects.equals(it.story(), before.story())
                        && Objects.equals(it.translationOf(), before.translationOf())
                        && Objects.equals(it.language(), before.language()))
            .isEmpty();
  }

  private static Version version(ResultSet row) throws SQLException {
    Language language = ArticleRows.language(row, "language");
    // The bot notes a language before it sends anything.
    return new Version(language == null ? Language.RU : language, place(row));
  }

  private static Update update(ResultSet row) throws SQLException {
    return new Update(ArticleRows.time(row, "at").orElse(Instant.EPOCH), place(row));
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(row.getString("channel"), row.getLong("message_id"));
  }
}
