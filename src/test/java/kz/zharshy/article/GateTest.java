package kz.zharshy.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import kz.zharshy.article.Gate.Entry;
import kz.zharshy.article.Gate.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GateTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final String FOUND = "https://example.com/news/1";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://example.com/a               | https://example.com/b           | true
          http://www.EXAMPLE.com              | https://example.com:443/b       | true
          https://example.com?x               | http://example.com:80           | true
          https://xn--80aswg.kz/a             | https://САЙТ.kz/b               | true
          https://example.com:8443/a          | https://example.com:8443/b      | true
          https://example.com:8443/a          | https://example.com/b           | false
          http://example.com:443/a            | http://example.com/b            | false
          https://example.com.evil.kz/a       | https://example.com/b           | false
          https://evil.kz/example.com         | https://example.com/b           | false
          https://news.example.com/a          | https://example.com/b           | false
          https://evil.kz\\@example.com/a    | https://example.com/b           | false
          https://example.com@evil.kz/a       | https://example.com/b           | false
          https://user:x@example.com/a        | https://example.com/b           | false
          https://[::1]/a                     | https://[::1]/b                 | false
          //example.com/a                     | https://example.com/b           | false
          ftp://example.com/a                 | ftp://example.com/b             | false
          https://a..b/a                      | https://a..b/b                  | false
          """)
  void anAddressIsBelievedOnItsOwnHostOnly(String claimed, String found, boolean believed) {
    assertThat(Gate.isOfHost(claimed, found)).isEqualTo(believed);
  }

  @Test
  void anAuthorsFileSetsTheWordsAndWhatBelongsToThem() {
    Entry entry = Gate.file(everything(), "telegram:7", false);

    assertThat(entry.draft())
        .isEqualTo(
            new Draft(
                "telegram:7",
                everything().content().toBuilder()
                    .sourceUrl(null)
                    .media(List.of(Media.photo("https://example.com/a.jpg", null)))
                    .build(),
                Plan.atOnce().withChannel("tau_news"),
                ArticleState.DRAFT));
    assertThat(entry.left())
        .containsExactly(
            "external_id",
            "story",
            "translation_of",
            "priority",
            "publish_at",
            "expires_at",
            "silent",
            "pin_until",
            "source_url",
            "state");
    assertThat(entry.pictures()).isEqualTo(4);
    assertThat(entry.claims()).isEmpty();
  }

  @Test
  void anEditorsFileSetsAllButTheName() {
    Entry entry = Gate.file(everything(), "telegram:7", true);

    assertThat(entry.draft().plan()).isEqualTo(everything().plan());
    assertThat(entry.draft().state()).isEqualTo(ArticleState.HELD);
    assertThat(entry.draft().content().sourceUrl()).isEqualTo("https://other.example/1");
    assertThat(entry.draft().externalId()).isEqualTo("telegram:7");
    assertThat(entry.left()).containsExactly("external_id");
    assertThat(entry.claims()).containsExactly("site-1", "https://other.example/1");
    assertThat(entry.pictures()).isEqualTo(4);
  }

  @Test
  void aPageSetsItsWordsAndItsChannel() {
    Entry entry = Gate.link(everything(), "telegram:7", FOUND);

    assertThat(entry.draft().plan()).isEqualTo(Plan.atOnce().withChannel("tau_news"));
    assertThat(entry.draft().content().sourceUrl()).isEqualTo(FOUND);
    assertThat(entry.draft().externalId()).isEqualTo("telegram:7");
    assertThat(entry.foreign()).isEqualTo("https://other.example/1");
    assertThat(entry.claims()).containsExactly(FOUND);
    assertThat(entry.left()).startsWith("external_id", "story").hasSize(8);
    assertThat(Gate.added(everything(), FOUND, null).draft().externalId()).isEqualTo(FOUND);
    assertThat(Gate.added(everything(), FOUND, "file:1").draft().externalId()).isEqualTo("file:1");
    assertThat(Gate.ofFeed(everything(), FOUND).externalId()).isEqualTo(FOUND);
  }

  @Test
  void aPagesOwnAddressOnItsHostIsItsName() {
    Content content = Content.builder("A", "B").sourceUrl("https://example.com/news").build();
    Draft page = Draft.of(content).withExternalId("https://example.com/news");

    Entry entry = Gate.added(page, FOUND, null);

    assertThat(entry.draft().externalId()).isEqualTo("https://example.com/news");
    assertThat(entry.foreign()).isNull();
    assertThat(entry.left()).isEmpty();
    assertThat(Gate.link(page, "telegram:7", FOUND).claims())
        .containsExactly("https://example.com/news", FOUND);
  }

  @Test
  void whatAPersonBringsHasANameOfItsOwnAndChangesNothing() {
    Draft nameless = Draft.of(Content.builder("A", "B").build());

    assertThatThrownBy(() -> new Entry(Way.FILE, nameless, List.of(), List.of(), 0, null))
        .isInstanceOf(IllegalArgumentException.class);
    for (Entry entry :
        List.of(
            Gate.message(nameless, "telegram:7"),
            Gate.file(nameless, "telegram:7", true),
            Gate.link(nameless, "telegram:7", FOUND),
            Gate.database(nameless.withExternalId("a"), "telegram:7"),
            Gate.database(nameless.withExternalId("a"), "reader"),
            Gate.saved(nameless, "a"))) {
      for (String writer : List.of("sql", "cli", "inbox", "feed", "telegram:7", "reader")) {
        assertThat(Gate.mayChange(entry, Set.of(writer), true)).isFalse();
      }
    }
    assertThat(Gate.database(nameless, "telegram:7").way()).isEqualTo(Way.SQL);
    assertThat(Gate.own(7)).isEqualTo("telegram:7").isEqualTo(Gate.own(7, 0));
    assertThat(Gate.own(7, 1)).isEqualTo("telegram:7:2");
  }

  private static Draft everything() {
    Content content =
        Content.builder("Bridge", "Words.")
            .section("City")
            .summary("Lead")
            .author("D. Akhmet")
            .sourceUrl("https://other.example/1")
            .publishedAt(NOON)
            .tags(List.of("river"))
            .media(
                List.of(
                    Media.photo("https://example.com/a.jpg", null),
                    Media.photo("/etc/passport.png", null),
                    Media.photo("file:///etc/passport.png", null),
                    Media.photo("https:///etc/passport.png", null),
                    Media.photo("telegram:somebody's", null)))
            .build();
    Plan plan =
        new Plan(
            "tau_news",
            "bridge",
            5L,
            Priority.BREAKING,
            new Plan.Window(NOON, NOON.plusSeconds(60)),
            true,
            NOON);
    return new Draft("site-1", content, plan, ArticleState.HELD);
  }
}
