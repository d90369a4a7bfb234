package kz.zharshy.post;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.zharshy.article.Content;
import kz.zharshy.article.Media;
import kz.zharshy.article.Plan;
import kz.zharshy.article.Priority;
import kz.zharshy.article.RelatedPosts;
import kz.zharshy.language.Language;
import kz.zharshy.telegram.BotCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PostOptionsTest {
  private static final Media LAKE = Media.photo("https://news.kz/lake.jpg", null);
  private static final String LONG = "Көлге адамдар келді. ".repeat(100).strip();
  private static final String VERY_LONG = "Көлге адамдар келді. ".repeat(250).strip();

  private static final String BUTTONS =
      """
      <b>{{ title }}</b>

      {{ body }}

      <button href="{{ source }}">{{ readMoreLabel }}</button> <button href="{{ footerLink }}">@{{ channel }}</button>
      <button href="https://news.kz/about">{{ author }}</button>
      """;

  @ParameterizedTest
  @CsvSource({
    "ALL, '#Қоғам\\n\\nb\\n\\nИсточник\\n\\n#су #көл\\n\\nПод'",
    "SECTION, '#Қоғам\\n\\nb\\n\\nИсточник\\n\\nПод'",
    "NONE, 'Қоғам\\n\\nb\\n\\nИсточник\\n\\nПод'"
  })
  void hashtagsAreWrittenAsTheChannelWants(PostOptions.Hashtags hashtags, String middle) {
    Content content = content("b").section("Қоғам").tags(List.of("су", "көл", "қоғам")).build();
    JsonNode call = only(make(content, habits(hashtags, PostOptions.Preview.PICTURE)));
    assertThat(call.path("text").asText()).startsWith("Көл\n" + middle.replace("\\n", "\n"));
  }

  @Test
  void theCardOfTheArticlesPageStandsInThePictureSPlace() {
    Content content = content(LONG).media(List.of(LAKE)).build();
    JsonNode call = only(make(content, habits(PostOptions.Hashtags.ALL, PostOptions.Preview.PAGE)));
    assertThat(call.path("link_preview_options").toString())
        .isEqualTo(
            "{\"url\":\"https://news.kz/1\",\"prefer_large_media\":true,"
                + "\"show_above_text\":true}");
    Content without = content("Қысқа.").media(List.of(LAKE)).sourceUrl(null).build();
    assertThat(
            PostCalls.of(make(without, habits(PostOptions.Hashtags.ALL, PostOptions.Preview.PAGE))))
        .extracting(BotCall::method)
        .containsExactly("sendPhoto");
  }

  @Test
  void withoutAnyPreviewALongTextBeginsUnderItsPhoto() {
    Content content = content(LONG).media(List.of(LAKE)).build();
    assertThat(
            PostCalls.of(make(content, habits(PostOptions.Hashtags.ALL, PostOptions.Preview.NONE))))
        .extracting(BotCall::method)
        .containsExactly("sendPhoto", "sendMessage");
  }

  @ParameterizedTest
  @CsvSource({
    "https://news.kz/1,            https://news.kz/1?utm_source=tg&utm_medium=post",
    "https://news.kz/1?a=b#top,    https://news.kz/1?a=b&utm_source=tg&utm_medium=post#top",
    "https://news.kz/?utm_source=x, https://news.kz/?utm_source=x&utm_medium=post"
  })
  void theArticlesAddressTellsWhereReadersComeFrom(String address, String tracked) {
    PostOptions habits =
        new PostOptions(
            PostOptions.Hashtags.ALL,
            PostOptions.Preview.PICTURE,
            false,
            "utm_source=tg&utm_medium=post",
            PostOptions.Silence.NEVER,
            PostOptions.Siblings.BUTTONS);
    JsonNode call = only(make(content("b").sourceUrl(address).build(), habits));
    assertThat(call.path("entities").path(1).path("url").asText()).isEqualTo(tracked);
  }

  @Test
  void aProtectedChannelProtectsEachMessage() {
    PostOptions habits =
        new PostOptions(
            PostOptions.Hashtags.ALL,
            PostOptions.Preview.PICTURE,
            true,
            "",
            PostOptions.Silence.NEVER,
            PostOptions.Siblings.BUTTONS);
    assertThat(PostCalls.of(make(content(VERY_LONG).build(), habits)))
        .hasSize(2)
        .allMatch(call -> call.params().path("protect_content").asBoolean());
  }

  @ParameterizedTest
  @CsvSource({
    "NORMAL, 2025-03-01T17:59:00Z, false",
    "NORMAL, 2025-03-01T18:00:00Z, true",
    "NORMAL, 2025-03-01T23:00:00Z, true",
    "NORMAL, 2025-03-02T02:00:00Z, false",
    "LOW, 2025-03-02T06:00:00Z, true",
    "BREAKING, 2025-03-02T06:00:00Z, false"
  })
  void aPostIsSilentByItsPriorityAndTheChannelsHour(Priority priority, String at, boolean silent) {
    PostOptions.Silence night =
        new PostOptions.Silence(Set.of(Priority.LOW), LocalTime.of(23, 0), LocalTime.of(7, 0));
    PostOptions habits =
        new PostOptions(
            PostOptions.Hashtags.ALL,
            PostOptions.Preview.PICTURE,
            false,
            "",
            night,
            PostOptions.Siblings.BUTTONS);
    Plan plan = new Plan(null, null, null, priority, Plan.Window.ALWAYS, false, null);
    Post post =
        new PostMaker(new Samples.Paragraphs())
            .make(
                Samples.article(content("b").build(), plan),
                Language.RU,
                Samples.style().withHabits(habits),
                RelatedPosts.NONE,
                Instant.parse(at));
    assertThat(only(post).path("disable_notification").asBoolean()).isEqualTo(silent);
  }

  @Test
  void aTemplatesButtonsStandUnderTheLastMessageInItsRows() {
    List<BotCall> calls = PostCalls.of(buttons(content(VERY_LONG).build()));
    assertThat(calls).hasSize(2);
    assertThat(calls.get(0).params().has("reply_markup")).isFalse();
    assertThat(calls.get(1).params().path("reply_markup").toString())
        .isEqualTo(
            "{\"inline_keyboard\":[[{\"text\":\"Читать полностью\",\"url\":\"https://news.kz/1\"},"
                + "{\"text\":\"@example_news\",\"url\":\"https://t.me/example_news\"}]]}");
    assertThat(calls.get(1).params().path("text").asText()).endsWith("келді.\n\n2/2");
  }

  @Test
  void aButtonThatLeadsNowhereOrSaysNothingDisappears() {
    BotCall call =
        PostCalls.of(buttons(content("b").sourceUrl(null).author("А. Нұр").build())).get(0);
    assertThat(call.params().path("reply_markup").toString())
        .isEqualTo(
            "{\"inline_keyboard\":[[{\"text\":\"@example_news\","
                + "\"url\":\"https://t.me/example_news\"}],"
                + "[{\"text\":\"А. Нұр\",\"url\":\"https://news.kz/about\"}]]}");
  }

  @Test
  void underAnAlbumLinksStandInTheButtonsPlace() {
    Content content =
        content("b").media(List.of(LAKE, Media.photo("https://news.kz/2.jpg", null))).build();
    JsonNode call = only(buttons(content));
    assertThat(call.has("reply_markup")).isFalse();
    assertThat(call.path("media").path(0).path("caption").asText())
        .isEqualTo("Көл\n\nb\n\nЧитать полностью\n@example_news");
    assertThat(call.path("media").path(0).path("caption_entities").toString())
        .contains("\"url\":\"https://news.kz/1\"", "\"url\":\"https://t.me/example_news\"");
  }

  private static Content.Builder content(String body) {
    return Content.builder("Көл", body).sourceUrl("https://news.kz/1");
  }

  private static PostOptions habits(PostOptions.Hashtags hashtags, PostOptions.Preview preview) {
    return new PostOptions(
        hashtags, preview, false, "", PostOptions.Silence.NEVER, PostOptions.Siblings.BUTTONS);
  }

  private static Post make(Content content, PostOptions habits) {
    return new PostMaker(new Samples.Paragraphs())
        .make(Samples.article(content), Language.RU, Samples.style().withHabits(habits));
  }

  private static Post buttons(Content content) {
    Templates templates = Templates.of(Map.of("default.peb", BUTTONS));
    return new PostMaker(new Samples.Paragraphs(), templates)
        .make(Samples.article(content), Language.RU, Samples.style());
  }

  private static JsonNode only(Post post) {
    assertThat(PostCalls.of(post)).hasSize(1);
    return PostCalls.of(post).get(0).params();
  }
}
