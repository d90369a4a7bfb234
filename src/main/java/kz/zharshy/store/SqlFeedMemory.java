package kz.zharshy.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.FeedMemory;
import kz.zharshy.article.Gate;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;

/** The memory of feeds in SQL. */
final class SqlFeedMemory implements FeedMemory {
  /** Whom the history names for articles out of feeds. */
  private static final String ACTOR = "feed";

  /** An item that was gone from its feed for so long does not come back. */
  private static final Duration FORGOTTEN = Duration.ofDays(90);

  private static final Duration POLLED = Duration.ofDays(1);

  private static final String POLL =
      "SELECT etag, last_modified, next_poll_at, failures, fault, begun FROM feed WHERE url = ?";

  /** Once may be chance. What is not polled any more is in no settings. */
  private static final String FAULTS =
      """
      SELECT url, failures, fault FROM feed WHERE failures > 1 AND fault IS NOT NULL
        AND rtrim(next_poll_at, 'Z') > rtrim(?, 'Z') ORDER BY url""";

  private static final String KEEP_POLL =
      """
      INSERT INTO feed (url, etag, last_modified, next_poll_at, failures, fault, begun, polled_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (url) DO UPDATE SET
        etag = excluded.etag, last_modified = excluded.last_modified,
        next_poll_at = excluded.next_poll_at, failures = excluded.failures,
        fault = excluded.fault, begun = excluded.begun,
        polled_at = excluded.polled_at""";

  private static final String KEEP_ITEM =
      """
      INSERT INTO feed_item (feed, item, address, fingerprint, article, seen_at)
        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (feed, item) DO UPDATE SET
        address = excluded.address, fingerprint = excluded.fingerprint,
        article = excluded.article, seen_at = excluded.seen_at""";

  private static final String FORGET =
      "DELETE FROM feed_item WHERE feed = ? AND rtrim(seen_at, 'Z') < rtrim(?, 'Z')";

  private static final String ITEM =
      "SELECT item, address, fingerprint, article FROM feed_item WHERE feed = ? AND ";

  private static final String OTHER_ITEM = "SELECT 1 FROM feed_item WHERE address = ?";

  /** What people have only begun, or given up, must not keep a feed from telling it. */
  private static final String COUNTS =
      " NOT (state IN ('draft', 'review', 'withdrawn') AND coalesce(external_id, '') LIKE"
          + " 'telegram:%')";

  private static final String ARTICLE =
      "SELECT 1 FROM article WHERE (external_id = ? OR source_url = ?) AND" + COUNTS;

  private static final String HEADLINES =
      "SELECT id, title FROM article WHERE" + COUNTS + " ORDER BY id DESC LIMIT ?";

  private static final String OWN = "SELECT 1 FROM feed_item WHERE feed = ? AND article = ?";

  private static final String CONTENT =
      "SELECT " + ArticleRows.COLUMNS + " FROM article WHERE id = ?";

  private static final String NAMED =
      "SELECT " + ArticleRows.COLUMNS + " FROM article WHERE external_id = ?";

  private final Store store;
  private final ArticleUpsert upsert = new ArticleUpsert();

  SqlFeedMemory(Store store) {
    this.store = store;
  }

  @Override
  public List<Fault> faults(Instant now) {
    return store.read(
        sql ->
            sql.list(
                FAULTS,
                row -> new Fault(row.getString(1), row.getInt(2), Reason.read(row.getString(3))),
                now.minus(POLLED)));
  }

  @Override
  public Optional<Poll> poll(String feed, Instant now) {
    store.cutFutureTimes(now);
    return store.read(sql -> sql.first(POLL, SqlFeedMemory::poll, feed));
  }

  @Override
  public void keep(String feed, Poll poll, List<Item> seen, Instant now) {
    store.writeQuietly(
        sql -> {
          for (Item item : seen) {
            keep(sql, feed, item, now);
          }
          sql.update(FORGET, feed, now.minus(FORGOTTEN));
          return sql.update(
              KEEP_POLL,
              feed,
              poll.etag(),
              poll.lastModified(),
              poll.next(),
              poll.failures(),
              poll.fault() == null ? null : poll.fault().toString(),
              poll.begun(),
              now);
        });
  }

  @Override
  public Optional<Item> item(String feed, String id) {
    return store.read(sql -> sql.first(ITEM + "item = ?", SqlFeedMemory::item, feed, id));
  }

  @Override
  public Optional<Item> itemAt(String feed, String address) {
    return store.read(sql -> sql.first(ITEM + "address = ?", SqlFeedMemory::item, feed, address));
  }

  @Override
  public boolean isKnown(String key, List<String> addresses) {
    return store.read(
        sql -> {
          if (sql.first(OTHER_ITEM, row -> true, key).isPresent()) {
            return true;
          }
          for (String address : addresses) {
            if (sql.first(ARTICLE, row -> true, address, address).isPresent()) {
              return true;
            }
          }
          return false;
        });
  }

  @Override
  public List<Headline> headlines(int most) {
    return store.read(
        sql ->
            sql.list(
                HEADLINES, row -> new Headline(row.getLong("id"), row.getString("title")), most));
  }

  @Override
  public Optional<Content> content(long article) {
    return store.read(sql -> sql.first(CONTENT, ArticleRows::content, article));
  }

  @Override
  public Taken take(Draft draft, String feed, Item item, Instant now) {
    try {
      return store.write(
          ACTOR,
          now,
          sql -> {
            Gate.Entry entry = Gate.feed(planned(sql, draft));
            boolean own = sql.first(OWN, row -> true, feed, draft.externalId()).isPresent();
            ArticleUpsert.Result result = upsert.add(sql, entry, own, now);
            if (result.addition() == Addition.KNOWN) {
              return new Taken(0, refusal(draft, result.id()));
            }
            keep(sql, feed, item, now);
            return new Taken(result.id(), null);
          });
    } catch (QueueException e) {
      if (e.kind() != QueueException.Kind.REFUSED) {
        throw e;
      }
      return new Taken(0, e.reason());
    }
  }

  private static Reason refusal(Draft draft, long article) {
    return Reason.of(ReasonCode.ARTICLE_KNOWN, String.valueOf(draft.externalId()), article);
  }

  /** When and where a known article goes out, an editor may have decided since. */
  private static Draft planned(Sql sql, Draft draft) throws SQLException {
    return sql.first(NAMED, ArticleRows::plan, draft.externalId())
        .map(draft::withPlan)
        .orElse(draft);
  }

  private static void keep(Sql sql, String feed, Item item, Instant now) throws SQLException {
    sql.update(KEEP_ITEM, feed, item.id(), item.address(), item.fingerprint(), item.article(), now);
  }

  private static Poll poll(ResultSet row) throws SQLException {
    return new Poll(
        row.getString("etag"),
        row.getString("last_modified"),
        Instant.parse(row.getString("next_poll_at")),
        row.getInt("failures"),
        Reason.readNullable(row.getString("fault")),
        row.getBoolean("begun"));
  }

  private static Item item(ResultSet row) throws SQLException {
    return new Item(
        row.getString("item"),
        row.getString("address"),
        row.getString("fingerprint"),
        row.getString("article"));
  }
}
