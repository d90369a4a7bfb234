package kz.zharshy.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Plan;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.language.Language;
import kz.zharshy.source.fetch.PageFetcher;
import kz.zharshy.source.reader.ArticleReader;
import kz.zharshy.store.NewQueue;
import kz.zharshy.store.QueueDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a feed's items, with a site and a queue on this machine. */
final class FeedPollerTest {
  private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
  private static final String TEXT =
      "The schools of Almaty stay closed today because of the snow, and buses run late everywhere.";

  @TempDir private Path folder;
  private final FeedServer site = new FeedServer();
  private final MovableClock clock = new MovableClock();
  private QueueDatabase database;

  private static final class MovableClock extends Clock {
    Instant now = Instant.parse("2026-11-22T10:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @BeforeEach
  void open() {
    database = NewQueue.in(folder.resolve("queue.db"));
  }

  @AfterEach
  void close() {
    database.close();
    site.close();
  }

  @Test
  void whatStandsInAFeedAtTheFirstPollIsOldAndWhatComesIsTaken() {
    feed(item("1", "Old snow", TEXT));
    FeedPoller poller = poller();
    assertThat(poller.poll()).containsExactly(new FeedEvent.Begun(1));
    assertThat(waiting()).isEmpty();
    feed(item("2", "New snow", "More of it."), item("1", "Old snow", TEXT));

    assertThat(poller.poll()).containsExactly(new FeedEvent.Taken(1, "New snow"));

    Article article = waiting().get(0);
    assertThat(article.externalId()).isEqualTo("https://example.kz/2");
    assertThat(article.content().body()).isEqualTo("<p>More of it.</p>");
    assertThat(article.content().bodyFormat()).isEqualTo(BodyFormat.HTML);
    assertThat(article.content().sourceUrl()).isEqualTo("https://example.kz/2");
    assertThat(database.articles().history(1).get(0).actor()).isEqualTo("feed");
    assertThat(poller.poll()).isEmpty();
  }

  @Test
  void newItemsAreTakenInTheOrderOfTheirAppearance() {
    FeedPoller poller = begun();
    feed(item("3", "Third", "c"), item("2", "Second", "b"), item("1", "First", "a"));
    poller.poll();
    assertThat(waiting())
        .extracting(a -> a.content().title())
        .containsExactly("First", "Second", "Third");
  }

  @Test
  void aRestartForgetsNothing() {
    feed(item("1", "Old", TEXT));
    poller().poll();
    feed(item("2", "New", "b"), item("1", "Old", TEXT));
    poller().poll();
    database.close();
    open();
    assertThat(poller().poll()).isEmpty();
    assertThat(waiting()).hasSize(1);
  }

  @Test
  void aFeedIsAskedForChangesOnly() {
    site.tagged("/rss", "\"a\"", rss(item("1", "Old", TEXT)));
    FeedPoller poller = poller();
    poller.poll();
    assertThat(poller.poll()).isEmpty();
    assertThat(poller.poll()).isEmpty();
    assertThat(site.asked())
        .containsExactly(
            new FeedServer.Asked("/rss", "null", "null"),
            new FeedServer.Asked("/rss", "\"a\"", "Sat, 21 Nov 2026 10:00:00 GMT"),
            new FeedServer.Asked("/rss", "\"a\"", "Sat, 21 Nov 2026 10:00:00 GMT"));
    site.tagged("/rss", "\"b\"", rss(item("2", "New", "b"), item("1", "Old", TEXT)));
    assertThat(poller.poll()).containsExactly(new FeedEvent.Taken(1, "New"));
  }

  @Test
  void aChangedItemCorrectsItsArticleAndLeavesItsPlanToTheEditors() {
    FeedPoller poller = begun();
    feed(item("1", "Snow", "Ten centimetres."));
    poller.poll();
    Instant evening = Instant.parse("2026-11-22T15:00:00Z");
    Plan later =
        new Plan(
            null, null, null, Plan.atOnce().priority(), new Plan.Window(evening, null), true, null);
    Article taken = waiting().get(0);
    database
        .articles()
        .add(
            Draft.of(taken.content()).withExternalId("https://example.kz/1").withPlan(later),
            "desk",
            clock.now);
    feed(item("1", "Snow", "Twelve centimetres."));

    assertThat(poller.poll()).containsExactly(new FeedEvent.Corrected(1, "Snow"));

    assertThat(waiting()).hasSize(1);
    assertThat(waiting().get(0).content().body()).isEqualTo("<p>Twelve centimetres.</p>");
    assertThat(waiting().get(0).plan()).isEqualTo(later);
    assertThat(poller.poll()).isEmpty();
  }

  @Test
  void anOldItemThatChangesStaysOld() {
    feed(item("1", "Old", TEXT));
    FeedPoller poller = poller();
    poller.poll();
    feed(item("1", "Old, but better", TEXT));
    assertThat(poller.poll()).isEmpty();
    assertThat(waiting()).isEmpty();
  }

  @Test
  void anItemUnderANewIdAtTheSameAddressIsNotTakenAgain() {
    FeedPoller poller = begun();
    feed(item("1", "Snow", TEXT));
    poller.poll();
    feed(item("1", "Snow", TEXT).replace("<guid>1", "<guid>other"));
    assertThat(poller.poll()).isEmpty();
    feed(
        item("1", "Snow", TEXT)
            .replace("<guid>1", "<guid>third")
            .replace("https://example.kz/1", "http://www.example.kz/1/?utm_source=rss"));
    assertThat(poller.poll()).isEmpty();
    assertThat(waiting()).hasSize(1);
  }

  @Test
  void ofSeveralItemsOfOnePageNoneChangesAnother() {
    FeedPoller poller = begun();
    String first = item("1", "Snow at nine", TEXT);
    String second =
        item("1#2", "Rain at ten", "Roofs leak.").replace("<guid>1#2</guid>", "<guid>2</guid>");
    feed(second, first);
    assertThat(poller.poll())
        .containsExactly(
            new FeedEvent.Taken(1, "Snow at nine"),
            new FeedEvent.LeftOut("Rain at ten", Reason.of(ReasonCode.PAGE_KNOWN, "Rain at ten")));
    feed(second.replace("leak", "leaked"), first);
    assertThat(poller.poll()).isEmpty();
    assertThat(waiting()).extracting(it -> it.content().title()).containsExactly("Snow at nine");
  }

  @Test
  void aPageThatIsInTheQueueAlreadyIsNotTaken() {
    FeedPoller poller = begun();
    Content page =
        Content.builder("Quite another headline", "x").sourceUrl("http://example.kz/1/").build();
    database.articles().add(Draft.of(page), "cli", clock.now);
    feed(item("1", "Snow", TEXT));
    assertThat(poller.poll())
        .containsExactly(new FeedEvent.LeftOut("Snow", Reason.of(ReasonCode.PAGE_KNOWN, "Snow")));
    assertThat(poller.poll()).isEmpty();
  }

  @Test
  void anArticleThatSaysNearlyTheSameIsNotTaken() {
    FeedPoller poller = begun();
    add("Snow closes the schools of Almaty", TEXT + " Lessons go on over the internet.");
    feed(item("1", "Snow closes schools of Almaty", TEXT));
    assertThat(poller.poll())
        .containsExactly(
            new FeedEvent.LeftOut(
                "Snow closes schools of Almaty",
                Reason.of(ReasonCode.SAYS_THE_SAME, "Snow closes schools of Almaty", 1)));
  }

  @Test
  void theRatesOfAnotherDayAreAnotherArticle() {
    FeedPoller poller = begun();
    add("Rates of 21 November", "The dollar costs 489.10 tenge today, the euro 512.40 tenge.");
    feed(
        item(
            "1",
            "Rates of 22 November",
            "The dollar costs 489.10 tenge today, the euro 512.40 tenge."),
        item(
            "2",
            "Rates of 21 November",
            "The dollar costs 488.70 tenge today, the euro 511.90 tenge."));
    assertThat(poller.poll()).hasSize(2).allMatch(FeedEvent.Taken.class::isInstance);
  }

  @Test
  void whatTheNewsroomSaysOfAFeedHoldsForItsArticles() {
    FeedPoller poller =
        poller(options(false, null, null, Language.RU, "Экономика", "example_news"));
    feed();
    poller.poll();
    feed(item("1", "Snow", TEXT));
    poller.poll();
    Article article = waiting().get(0);
    assertThat(article.content().language()).isEqualTo(Language.RU);
    assertThat(article.content().section()).isEqualTo("Экономика");
    assertThat(article.plan().channel()).isEqualTo("example_news");
  }

  @Test
  void filtersLookAtHeadlineCategoriesAndText() {
    FeedPoller poller = poller(options(false, "ТЕНГЕ|bank", "advert", null, null, null));
    feed();
    poller.poll();
    feed(
        item("1", "Курс тенге", "a"),
        item("2", "Bank advert", "b"),
        item("3", "Sport", "c"),
        item("4", "Money", "The <b>bank</b> opens."),
        item("5", "Sums", "d</description><category>Bank</category><description>"));
    poller.poll();
    assertThat(waiting())
        .extracting(a -> a.content().title())
        .containsExactlyInAnyOrder("Курс тенге", "Money", "Sums");
  }

  @Test
  void aFilterThatWouldTakeOthersForEverTakesNoTime() {
    FeedPoller poller = poller(options(false, "(a+)+$", null, null, null, null));
    feed();
    poller.poll();
    feed(item("1", "Snow", "a".repeat(100_000) + "!"));
    assertThat(poller.poll()).hasSize(1);
  }

  @Test
  void whatAPageSaysOfItselfNamesNoArticleOfOthers() {
    Content content =
        Content.builder("Ours", "Said before.").sourceUrl("https://example.kz/ours").build();
    Article ours =
        database
            .articles()
            .add(Draft.of(content).withExternalId("site-1"), "sql", Instant.EPOCH)
            .article();
    FeedPoller poller = poller(options(true, null, null, null, null, null));
    feed();
    poller.poll();
    site.page(
        "/claims",
        "text/html",
        "<link rel=canonical href=https://example.kz/ours><article><h1>Theirs</h1><p>A.</p></article>");
    site.page(
        "/names",
        "application/json",
        "{\"external_id\": \"site-1\", \"title\": \"Other\", \"body\": \"B.\","
            + " \"priority\": \"breaking\", \"images\": [\"/etc/passport.png\"]}");
    feed(
        item("1", "Theirs", "A").replace("https://example.kz/1", site.at("/claims").toString()),
        item("2", "Other", "B").replace("https://example.kz/2", site.at("/names").toString()));

    assertThat(poller.poll()).hasSize(2).allMatch(FeedEvent.Taken.class::isInstance);

    assertThat(database.articles().find(ours.id())).contains(ours);
    for (String page : List.of("/claims", "/names")) {
      Article taken = database.articles().named(site.at(page).toString()).orElseThrow();
      assertThat(taken.content().sourceUrl()).isEqualTo(site.at(page).toString());
      assertThat(taken.plan()).isEqualTo(Plan.atOnce());
      assertThat(taken.content().media()).isEmpty();
    }
  }

  @Test
  void thePageIsFetchedWhereTheFeedGivesTheBeginningOnly() {
    FeedPoller poller = poller(options(true, null, null, null, null, null));
    feed();
    poller.poll();
    String address = site.at("/news/1").toString();
    site.page(
        "/news/1",
        "text/html",
        "<title>Snow</title><article><h1>Snow</h1><p>All of the text.</p></article>");
    feed(item("1", "Snow", "All…").replace("https://example.kz/1", address));
    assertThat(poller.poll()).containsExactly(new FeedEvent.Taken(1, "Snow"));
    assertThat(waiting().get(0).content().body()).isEqualTo("<p>All of the text.</p>");
    assertThat(waiting().get(0).externalId()).isEqualTo(address);
  }

  @Test
  void aPageThatIsNotThereIsTriedAgainAndThenTheFeedsOwnTextIsTaken() {
    FeedPoller poller = poller(options(true, null, null, null, null, null));
    site.tagged("/rss", "\"a\"", rss());
    poller.poll();
    site.tagged(
        "/rss",
        "\"b\"",
        rss(item("1", "Snow", "All…").replace("https://example.kz", site.at("").toString())));
    Reason reason = Reason.of(ReasonCode.PAGE_ANSWERS, site.at("/1").toString(), 404);
    assertThat(poller.poll()).containsExactly(new FeedEvent.Postponed("Snow", reason));
    assertThat(poller.poll()).containsExactly(new FeedEvent.Postponed("Snow", reason));
    assertThat(poller.poll()).containsExactly(new FeedEvent.Taken(1, "Snow"));
    assertThat(waiting().get(0).content().body()).isEqualTo("<p>All…</p>");
    assertThat(poller.poll()).isEmpty();
  }

  @Test
  void anItemThatTheQueueRefusesIsLeftOutAndThoseBehindItAreTaken() {
    FeedPoller poller = begun();
    feed(item("1", "Long", "x".repeat(2_000_001)), item("2", "Short", "b"));
    List<FeedEvent> events = poller.poll();
    assertThat(events).hasSize(2);
    assertThat(events).anyMatch(FeedEvent.Taken.class::isInstance);
    assertThat(events)
        .filteredOn(FeedEvent.LeftOut.class::isInstance)
        .extracting(event -> ((FeedEvent.LeftOut) event).title())
        .containsExactly("Long");
  }

  @Test
  void aFeedThatFailsIsAskedLessOftenAndHeardAgainAsSoonAsItWorks() {
    feed(item("1", "Old", TEXT));
    FeedPoller poller = poller();
    poller.poll();
    assertThat(poller.untilDue()).isEqualTo(Duration.ofMinutes(5));
    site.page("/rss", "text/html", "<html><body>Maintenance</body></html>");
    assertThat(poller.poll())
        .containsExactly(
            new FeedEvent.Failed(
                Reason.of(ReasonCode.FEED_OTHER_XML, site.at("/rss").toString(), "html"),
                Duration.ofMinutes(10),
                1));
    assertThat(poller.poll()).hasSize(1).allMatch(it -> ((FeedEvent.Failed) it).round() == 2);
    assertThat(poller.untilDue()).isEqualTo(Duration.ofMinutes(20));
    for (int i = 0; i < 20; i++) {
      poller.poll();
    }
    assertThat(poller.untilDue()).isEqualTo(Duration.ofHours(6));
    feed(item("2", "New", "b"), item("1", "Old", TEXT));
    assertThat(poller.poll()).containsExactly(new FeedEvent.Taken(1, "New"));
    assertThat(poller.untilDue()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void aFeedThatFailsFromTheBeginningBeginsWithItsFirstSuccess() {
    FeedPoller poller = poller();
    assertThat(poller.poll()).hasSize(1).allMatch(FeedEvent.Failed.class::isInstance);
    feed(item("1", "Old", TEXT));
    assertThat(poller.poll()).containsExactly(new FeedEvent.Begun(1));
  }

  @Test
  void aFeedThatGrowsTooLargeWhenUnpackedIsRefused() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(new byte[6 * 1024 * 1024]);
    }
    site.page(
        "/rss",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Encoding", "gzip");
          FeedServer.answer(exchange, 200, "application/xml", packed.toByteArray());
        });
    Reason reason = Reason.of(ReasonCode.PAGE_TOO_LARGE, site.at("/rss").toString(), 5);
    assertThat(poller().poll())
        .containsExactly(new FeedEvent.Failed(reason, Duration.ofMinutes(10), 1));
  }

  @Test
  void aServerThatAsksForPatienceGetsIt() {
    site.page(
        "/rss",
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "7200");
          FeedServer.answer(exchange, 429, "text/plain", new byte[0]);
        });
    FeedPoller poller = poller();
    poller.poll();
    assertThat(poller.untilDue()).isEqualTo(Duration.ofHours(2));
    clock.now = clock.now.plus(Duration.ofHours(3));
    assertThat(poller.untilDue()).isNegative();
  }

  @Test
  void aPrivateAddressIsRefusedWithoutAConnection() {
    FeedPoller poller =
        new FeedPoller(
            options(false, null, null, null, null, null),
            new PageFetcher(false),
            new ArticleReader(ALMATY),
            database.feeds(),
            ALMATY,
            clock);
    Reason reason =
        Reason.of(ReasonCode.HOST_PRIVATE, site.at("/rss").toString(), "127.0.0.1", "127.0.0.1");
    assertThat(poller.poll())
        .containsExactly(new FeedEvent.Failed(reason, Duration.ofMinutes(10), 1));
    assertThat(site.asked()).isEmpty();
  }

  private FeedPoller begun() {
    feed();
    FeedPoller poller = poller();
    poller.poll();
    return poller;
  }

  private FeedPoller poller() {
    return poller(options(false, null, null, null, null, null));
  }

  private FeedPoller poller(FeedOptions options) {
    return new FeedPoller(
        options, new PageFetcher(true), new ArticleReader(ALMATY), database.feeds(), ALMATY, clock);
  }

  private FeedOptions options(
      boolean fullPage,
      @Nullable String only,
      @Nullable String except,
      @Nullable Language language,
      @Nullable String section,
      @Nullable String channel) {
    URI url = site.at("/rss");
    return new FeedOptions(
        url,
        language,
        section,
        channel,
        new FeedOptions.Filter(
            only == null ? null : Pattern.compile(only, Pattern.CASE_INSENSITIVE),
            except == null ? null : Pattern.compile(except, Pattern.CASE_INSENSITIVE)),
        Duration.ofMinutes(5),
        fullPage);
  }

  private List<Article> waiting() {
    return database.articles().waiting(100).stream()
        .filter(article -> article.state() == ArticleState.QUEUED)
        .toList();
  }

  private void add(String title, String text) {
    database.articles().add(Draft.of(Content.builder(title, text).build()), "cli", clock.now);
  }

  private void feed(String... items) {
    site.page("/rss", "application/rss+xml", rss(items));
  }

  private static String rss(String... items) {
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Site</title>"
        + String.join("", items)
        + "</channel></rss>";
  }

  private static String item(String id, String title, String text) {
    return "<item><guid>"
        + id
        + "</guid><link>https://example.kz/"
        + id
        + "</link><title>"
        + title
        + "</title><description>&lt;p&gt;"
        + text
        + "&lt;/p&gt;</description></item>";
  }
}
