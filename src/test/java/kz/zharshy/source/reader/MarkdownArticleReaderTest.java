package kz.zharshy.source.reader;

import static kz.zharshy.source.reader.Reading.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Draft;
import kz.zharshy.language.Language;
import kz.zharshy.source.UnreadableException;
import org.junit.jupiter.api.Test;

/** Markdown with and without front matter. */
class MarkdownArticleReaderTest {
  @Test
  void theFirstHeadingIsTheHeadlineAndTheRestTheBody() {
    Draft draft =
        draft("a.md", "# Кітапхана *ашылды*\n\nМың **кітап** бар.\n\n## Балалар\n\n- бір\n");
    assertThat(draft.content().title()).isEqualTo("Кітапхана ашылды");
    assertThat(draft.content().body()).isEqualTo("Мың **кітап** бар.\n\n## Балалар\n\n- бір");
    assertThat(draft.content().bodyFormat()).isEqualTo(BodyFormat.MARKDOWN);
  }

  @Test
  void anUnderlinedHeadingIsAHeadlineToo() {
    Draft draft = draft("a.md", "Кітапхана ашылды\n================\n\nМың кітап бар.");
    assertThat(draft.content().title()).isEqualTo("Кітапхана ашылды");
    assertThat(draft.content().body()).isEqualTo("Мың кітап бар.");
  }

  @Test
  void frontMatterHasTheKeysOfTheQueue() {
    Draft draft =
        draft(
            "a.md",
            """
            ---
            title: "Ауыл: кітапхана"
            language: kk
            section: Мәдениет
            tags: [кітап, ауыл]
            publish_at: 2026-03-01T15:00:00+05:00
            external_id: site-7
            silent: true
            ---

            # Ауыл: кітапхана

            Мың кітап бар.
            """);
    assertThat(draft.externalId()).isEqualTo("site-7");
    assertThat(draft.content().title()).isEqualTo("Ауыл: кітапхана");
    assertThat(draft.content().language()).isEqualTo(Language.KK);
    assertThat(draft.content().section()).isEqualTo("Мәдениет");
    assertThat(draft.content().tags()).containsExactly("кітап", "ауыл");
    assertThat(draft.content().body()).isEqualTo("Мың кітап бар.");
    assertThat(draft.plan().publishAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
    assertThat(draft.plan().silent()).isTrue();
  }

  @Test
  void aHeadingOfTheBodyStaysUnderATitleOfItsOwn() {
    Draft draft = draft("a.md", "---\ntitle: Кітапхана\n---\n# Бірінші бөлім\n\nМың кітап.");
    assertThat(draft.content().body()).isEqualTo("# Бірінші бөлім\n\nМың кітап.");
  }

  @Test
  void shareLineAndFooterAreTakenOffAndTheFooterNamesTheChannel() {
    Draft draft =
        draft(
            "a.md",
            "# Library\n\nBooks.\n\nShare:\n\n[Subscribe to our Telegram channel](https://t.me/aul_news)\n");
    assertThat(draft.content().body()).isEqualTo("Books.");
    assertThat(draft.plan().channel()).isEqualTo("aul_news");
  }

  @Test
  void theChannelOfTheFrontMatterGoesFirst() {
    Draft draft =
        draft(
            "a.md",
            "---\nchannel: \"@aul_sport\"\n---\n# Library\n\nBooks.\n\nSubscribe to our Telegram"
                + " channel @aul_news\n");
    assertThat(draft.plan().channel()).isEqualTo("aul_sport");
  }

  @Test
  void mistakesInTheFrontMatterAreToldByKey() {
    assertThatThrownBy(() -> read("---\ntitle: A\nlang: kk\npriority: soon\n---\nText\n"))
        .isInstanceOf(UnreadableException.class)
        .hasMessageStartingWith("a.md has 2 mistakes:\nlang is not known. Known are author, body,")
        .hasMessageEndingWith("priority is \"soon\". Allowed are breaking, normal, low.");
  }

  @Test
  void frontMatterThatIsNoYamlIsToldByLine() {
    assertThatThrownBy(() -> read("---\ntitle: A\ntags: [a, b\n---\nText\n"))
        .isInstanceOf(UnreadableException.class)
        .hasMessageStartingWith("a.md has a mistake in its front matter, line ");
  }

  @Test
  void markdownWithoutAHeadlineIsRefused() {
    assertThatThrownBy(() -> read("- one\n- two\n"))
        .isInstanceOf(UnreadableException.class)
        .hasMessage("a.md has no headline. Begin it with a line such as \"# Headline\".");
  }

  private static void read(String markdown) throws UnreadableException {
    new ArticleReader(Reading.ALMATY).read(Reading.source("a.md", markdown));
  }
}
