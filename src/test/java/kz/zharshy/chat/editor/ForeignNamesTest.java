package kz.zharshy.chat.editor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.zharshy.chat.ChatFixture.NOW;
import static kz.zharshy.chat.ChatFixture.OWNER;
import static kz.zharshy.chat.ChatFixture.READER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Media;
import kz.zharshy.article.Plan;
import kz.zharshy.article.Priority;
import kz.zharshy.chat.ChatFixture;
import kz.zharshy.store.Team;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and addresses in what people bring, and in pages, give no right to an article. */
final class ForeignNamesTest {
  private static final long EDITOR = 2_000_002;
  private static final long AUTHOR = 3_000_003;
  private static final String ADDRESS = "https://example.com/bridge";
  private static final String PAGE =
      """
      <html><head><title>Bridge closed</title>%s</head>
      <body><article><h1>Bridge closed</h1><p>By somebody else.</p></article></body></html>
      """;

  @TempDir Path folder;
  private ChatFixture house;
  private Article before;

  @BeforeEach
  void open() {
    house = new ChatFixture(folder);
    join("e", EDITOR, Team.Rank.EDITOR);
    join("a", AUTHOR, Team.Rank.AUTHOR);
    long id =
        house.publish(
            Draft.of(
                    Content.builder("Bridge opened", "Traffic starts on Monday.")
                        .sourceUrl(ADDRESS)
                        .build())
                .withExternalId("site-4711"),
            7,
            NOW);
    before = house.database().articles().find(id).orElseThrow();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void join(String secret, long id, Team.Rank rank) {
    house.database().team().invite(secret, rank, OWNER, NOW.plusSeconds(60));
    assertThat(house.database().team().join(secret, id, "Somebody", NOW)).contains(rank);
  }

  @Test
  void anAuthorsJsonWithTheNameOfAPublishedArticleIsADraftOfItsOwn() {
    assertThat(
            send(
                AUTHOR,
                "a.json",
                "{'external_id': 'site-4711', 'title': 'Bridge closed', 'body': 'No.'}"))
        .startsWith("No. 2 · draft\n*Bridge closed*");

    assertUntouched();
    assertThat(article(2).externalId()).startsWith("telegram:");
    assertThat(house.answers(AUTHOR))
        .contains("Left out, as it cannot be set this way: external_id.");
  }

  @Test
  void soIsAnAuthorsMarkdown() {
    assertThat(
            send(
                AUTHOR,
                "a.md",
                "---\nexternal_id: site-4711\nsource_url: " + ADDRESS + "\n---\n# Closed\n\nNo."))
        .startsWith("No. 2 · draft\n*Closed*");

    assertUntouched();
    assertThat(article(2).content().sourceUrl()).isNull();
  }

  @Test
  void soIsAnAuthorsPageThatClaimsTheAddressOfAPublishedOne() {
    String html = PAGE.formatted("<link rel=canonical href='" + ADDRESS + "'>");

    assertThat(send(AUTHOR, "a.html", html)).startsWith("No. 2 · draft\n*Bridge closed*");
    assertThat(send(AUTHOR, ADDRESS + ".html", html)).startsWith("No. 3 · draft\n");

    assertUntouched();
    assertThat(article(3).content().sourceUrl()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<link rel=canonical href='https://example.com/bridge'>",
        "<meta property=og:url content='https://example.com/bridge'>",
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Bridge closed\","
            + "\"mainEntityOfPage\":\"https://example.com/bridge\"}</script>"
      })
  void aPageOfAnotherSiteThatClaimsTheAddressOfAPublishedOneIsADraftOfItsOwn(String claim) {
    house.page("https://evil.example/x", PAGE.formatted(claim));
    house.redirect("https://example.com/go", "https://evil.example/x");

    for (long person : List.of(EDITOR, AUTHOR, OWNER)) {
      for (String link : List.of("https://evil.example/x", "https://example.com/go")) {
        house.ask(person, "en", link);
        assertUntouched();
      }
    }
    assertThat(article(2).content().sourceUrl()).isEqualTo("https://evil.example/x");
    assertThat(article(2).externalId()).startsWith("telegram:");
  }

  @Test
  void anEditorWhoSendsTheLinkOfAPublishedPageSeesItsCardAndTheDifference() {
    house.page(
        ADDRESS + "/amp",
        PAGE.formatted("<link rel=canonical href='https://www.example.com/bridge/'>"));

    assertThat(house.ask(EDITOR, "en", ADDRESS + "/amp"))
        .startsWith("No. 1 · published\n*Bridge opened*");
    house.settle();
    assertThat(house.answers(EDITOR))
        .endsWith(
            "This is No. 1, which I have already. Nothing was changed.",
            """
            Correct No. 1 like this?

            − Bridge opened
            + Bridge closed

            − Traffic starts on Monday.
            + <p>By somebody else.</p>""");
    assertUntouched();
    assertThat(house.database().articles().find(2)).isEmpty();

    house.tap(EDITOR, "✅ Correct");
    assertThat(article(1).content().title()).isEqualTo("Bridge closed");
    assertThat(article(1).content().sourceUrl()).isEqualTo(ADDRESS);
    assertThat(house.database().audit().latest(1).get(0).deed()).isEqualTo("/correct 1 yes");
  }

  @Test
  void anEditorsFileOfAKnownNameIsShownWithTheDifference() {
    String file = "{'external_id': 'site-4711', 'title': 'Bridge shut', 'body': 'No.'}";
    assertThat(send(EDITOR, "a.json", file)).startsWith("No. 1 · published\n*Bridge opened*");
    house.settle();
    assertUntouched();
    assertThat(send(EDITOR, "b.json", "[" + file + ", {'title': 'Snow', 'body': 'Much.'}]"))
        .isEqualTo(
            """
            No. 1 is here already, and nothing was changed: /card_1. Send it by itself to see what is different.
            Article No. 2 is in the queue and goes to @tau_news.
            Left out, as it cannot be set this way: external_id.""");
    assertUntouched();
  }

  @ParameterizedTest
  @CsvSource({"QUEUED, false", "QUEUED, true", "PUBLISHED, false"})
  void anAuthorDoesNotChangeWhatWasApproved(ArticleState state, boolean scheduled) {
    house.ask(AUTHOR, "en", "My story\n\nText.");
    Article own = article(2);
    Plan plan = own.plan().withPublishAt(scheduled ? NOW.plusSeconds(9000) : null);
    house
        .database()
        .articles()
        .revise(own, own.content(), plan, ArticleState.QUEUED, "telegram:" + EDITOR, NOW);
    if (state == ArticleState.PUBLISHED) {
      house.passes(java.time.Duration.ofMinutes(1));
    }
    Article approved = article(2);
    assertThat(approved.state()).isEqualTo(state);

    String name = String.valueOf(own.externalId());
    assertThat(
            send(
                AUTHOR,
                "a.json",
                "{'external_id': '" + name + "', 'title': 'My other story', 'body': 'Other.'}"))
        .startsWith("No. 3 · draft\n");
    assertThat(article(2)).isEqualTo(approved);
  }

  @Test
  void whatAnAuthorMayNotSetIsLeftOutAndSaid() {
    String card =
        send(
            AUTHOR,
            "a.json",
            """
            {'title': 'Mine', 'body': 'Text.', 'priority': 'breaking', 'story': 'bridge',
             'source_url': 'https://example.com/bridge', 'publish_at': '2026-12-01T10:00:00Z',
             'expires_at': '2026-12-02T10:00:00Z', 'pin_until': '2026-12-02T10:00:00Z',
             'silent': true, 'translation_of': 1, 'state': 'held', 'section': 'City',
             'author': 'D. Akhmet', 'tags': ['bridge'], 'images': ['/etc/passport.png',
             'https://example.com/a.jpg', 'file:///etc/a.png', '\\\\\\\\host\\\\share\\\\b.png']}
            """);

    assertThat(card)
        .startsWith(
            """
            No. 2 · draft
            *Mine*
            @tau_news · English · City · 1 picture · 1 message
            ✍️ D. Akhmet
            🏷 bridge""");
    assertThat(house.answers(AUTHOR))
        .endsWith(
            """
            Left out, as it cannot be set this way: story, translation_of, priority, publish_at, expires_at, silent, pin_until, source_url, state.
            3 pictures were left out: their addresses must begin with https:// or http://. Send other pictures as photos.""");
    assertThat(article(2).plan()).isEqualTo(Plan.atOnce());
    assertThat(article(2).content().media())
        .containsExactly(Media.photo("https://example.com/a.jpg", null));
  }

  @Test
  void theCardForApprovalShowsAllThatHasAnEffect() {
    Plan plan =
        new Plan(
            null,
            "bridge",
            1L,
            Priority.BREAKING,
            new Plan.Window(NOW.plusSeconds(3600), NOW.plusSeconds(7200)),
            true,
            NOW.plusSeconds(9000));
    Content content =
        Content.builder("Mine", "Text.")
            .author("D. Akhmet")
            .section("City")
            .tags(List.of("bridge", "river"))
            .sourceUrl("https://example.com/other")
            .publishedAt(NOW)
            .build();
    long id =
        house
            .database()
            .articles()
            .add(new Draft(null, content, plan, ArticleState.REVIEW), "sql", NOW)
            .article()
            .id();

    assertThat(house.ask(EDITOR, "en", "/card " + id))
        .startsWith(
            """
            No. 2 · waits for approval
            *Mine*
            @tau_news · English · City · 🔕 · 1 message
            📌 Pinned until: today, 17:30
            ⚡ Breaking
            🕐 Not before: today, 16:00
            ⌛ Not after: today, 17:00
            🧵 Story: bridge
            🌐 A translation of No. 1
            ✍️ D. Akhmet
            🏷 bridge, river
            📅 22 November 2026, 15:00
            🔗 https://example.com/other
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'forward_date': 1}",
        "{'forward_from': {'id': 5, 'is_bot': false, 'first_name': 'S'}, 'forward_date': 1}",
        "{'forward_from_chat': {'id': -1001, 'type': 'channel', 'title': 'C'}}",
        "{'forward_sender_name': 'Someone'}",
        "{'forward_signature': 'S'}",
        "{'forward_from_message_id': 9}",
        "{'is_automatic_forward': true}",
        "{'forward_origin': {'type': 'hidden_user', 'date': 1, 'sender_user_name': 'S'}}"
      })
  void aForwardedCommandIsNotItsForwarders(String sign) throws Exception {
    for (String words : List.of("/post Bad news\nText.", "/card 1 withdrawnow", "/pause")) {
      ObjectNode update = house.message(EDITOR, words);
      ((ObjectNode) update.get("message"))
          .setAll((ObjectNode) new ObjectMapper().readTree(sign.replace('\'', '"')));
      house.comes(update);
      house.settle();
    }

    assertUntouched();
    assertThat(house.database().articles().count(ArticleState.QUEUED)).isZero();
    assertThat(house.database().rules().isPaused("tau_news")).isFalse();
  }

  @Test
  void aForwardedFileOfManyIsKeptAsDraftsAndAnEditedMessageDoesNothing() {
    ObjectNode update =
        (ObjectNode)
            house
                .world()
                .personSendsFile(
                    EDITOR,
                    "en",
                    "a.json",
                    "[{\"title\": \"A\", \"body\": \"a\"}, {\"title\": \"B\", \"body\": \"b\"}]"
                        .getBytes(UTF_8),
                    "")
                .deepCopy();
    ((ObjectNode) update.get("message")).put("forward_date", 1);

    assertThat(house.answerTo(update, EDITOR))
        .isEqualTo("No. 2 · draft: /card_2\nNo. 3 · draft: /card_3");

    ObjectNode edited = house.message(EDITOR, "/card 2 now");
    edited.set("edited_message", edited.remove("message"));
    house.comes(edited);
    house.settle();
    assertThat(house.database().articles().count(ArticleState.DRAFT)).isEqualTo(2);
  }

  @Test
  void aReaderDoesNotImproveWhatWasPublishedMeanwhile() {
    house.ask(READER, "en", "/suggest My news\nText.");
    house.ask(EDITOR, "en", "/card 2 changes More, please.");
    house.settle();
    house.ask(READER, "en", "/suggest 2");
    house.ask(EDITOR, "en", "/card 2 now");
    Article approved = article(2);

    house.ask(READER, "en", "Something else\nBy a stranger.");

    assertThat(article(2)).isEqualTo(approved);
    assertThat(article(3).state()).isEqualTo(ArticleState.REVIEW);
  }

  @Test
  void aPictureThatComesLateChangesNoApprovedArticle() {
    ObjectNode first = picture("one", "My album\n\nText.");
    house.answerTo(first, AUTHOR);
    house.comes(picture("two", null));
    house.settle();
    assertThat(article(2).content().media()).hasSize(2);
    house.ask(AUTHOR, "en", "/card 2 ask");
    Article handedIn = article(2);

    assertThat(house.answerTo(picture("three", "Other words\n\nText."), AUTHOR))
        .startsWith("No. 2 has changed in the meantime: waits for approval");
    assertThat(article(2)).isEqualTo(handedIn);
  }

  private ObjectNode picture(String id, @Nullable String caption) {
    ObjectNode update = house.message(AUTHOR, "x");
    ObjectNode message = (ObjectNode) update.get("message");
    message.remove("text");
    if (caption != null) {
      message.put("caption", caption);
    }
    message.put("media_group_id", "77");
    message
        .putArray("photo")
        .addObject()
        .put("file_id", id)
        .put("file_unique_id", id)
        .put("width", 8)
        .put("height", 6);
    return update;
  }

  @Test
  void aCardThatWasShownBeforeAnythingWasChangedApprovesNothing() throws Exception {
    house.ask(AUTHOR, "en", "My story\n\nText.");
    house.ask(AUTHOR, "en", "/card 2 ask");
    house.settle();
    house.ask(EDITOR, "en", "/card 2");
    try (Connection database =
        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("chat.db"))) {
      database.createStatement().execute("UPDATE article SET priority = 'breaking' WHERE id = 2");
    }

    house.tap(EDITOR, "✅ Approve");

    assertThat(article(2).state()).isEqualTo(ArticleState.REVIEW);
  }

  @Test
  void anAuthorsDraftOfAPageDoesNotKeepAFeedFromTellingIt() {
    house.page(ADDRESS + "2", PAGE.formatted(""));
    house.ask(AUTHOR, "en", ADDRESS + "2");
    assertThat(article(2).content().sourceUrl()).isEqualTo(ADDRESS + "2");

    assertThat(house.database().feeds().isKnown("", List.of(ADDRESS + "2"))).isFalse();
    assertThat(house.database().feeds().isKnown("", List.of(ADDRESS))).isTrue();
    assertThat(house.database().feeds().headlines(10)).hasSize(1);
    house.ask(EDITOR, "en", "/card 2 turn");
    assertThat(house.database().feeds().isKnown("", List.of(ADDRESS + "2"))).isTrue();
  }

  private String send(long person, String name, String text) {
    String answer = house.send(person, "en", name, text.replace('\'', '"').getBytes(UTF_8), "");
    house.settle();
    return answer;
  }

  private void assertUntouched() {
    assertThat(article(1)).isEqualTo(before);
  }

  private Article article(long id) {
    return house.database().articles().find(id).orElseThrow();
  }
}
