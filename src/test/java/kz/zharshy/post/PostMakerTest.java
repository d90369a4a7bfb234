package kz.zharshy.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.zharshy.article.Content;
import kz.zharshy.article.Plan;
import kz.zharshy.language.Language;
import kz.zharshy.telegram.BotCall;
import org.junit.jupiter.api.Test;

final class PostMakerTest {
  private final PostMaker maker = new PostMaker(new Samples.Paragraphs());

  @Test
  void anArticleBecomesOneMessageWithAllThatBelongsToIt() {
    Content content =
        Content.builder("Открыт новый парк", "Парк открыли утром.\n\nВход свободный.")
            .section("Үй-жай және құрылыс")
            .author("Айгуль Сагинова\nпресс-служба акимата")
            .publishedAt(Instant.parse("2019-12-30T20:30:00Z"))
            .sourceUrl("https://News.example.kz/park")
            .build();

    BotCall call = only(make(content, Language.RU));

    assertThat(call.method()).isEqualTo("sendMessage");
    assertThat(call.params())
        .hasToString(
            """
            {"chat_id":"@example_news",\
            "text":"Открыт новый парк\\n#Үй_жай_және_құрылыс\\n\\nПарк открыли утром.\\n\\n\
            Вход свободный.\\n\\nАйгуль Сагинова\\nпресс-служба акимата\\n\\n\
            31 декабря 2019 · Источник\\n\\nПодпишитесь на наш канал в Telegram!",\
            "entities":[{"type":"bold","offset":0,"length":17},\
            {"type":"italic","offset":78,"length":36},\
            {"type":"text_link","offset":134,"length":8,"url":"https://news.example.kz/park"},\
            {"type":"text_link","offset":144,"length":36,"url":"https://t.me/example_news"}],\
            "link_preview_options":{"is_disabled":true}}""");
  }

  @Test
  void theFooterIsInTheReadersLanguageWhereThereIsOne() {
    Content content = Content.builder("Саябақ ашылды", "Кіру тегін.").build();
    assertThat(text(make(content, Language.RU)))
        .isEqualTo("Саябақ ашылды\n\nКіру тегін.\n\nПодпишитесь на наш канал в Telegram!");
    assertThat(text(make(content, Language.KK)))
        .isEqualTo("Саябақ ашылды\n\nКіру тегін.\n\nSubscribe to our Telegram channel!");
  }

  @Test
  void theDateIsWrittenInTheReadersLanguageAndTheChannelsZone() {
    Content content =
        Content.builder("A", "b").publishedAt(Instant.parse("2019-12-30T05:34:00Z")).build();
    assertThat(text(make(content, Language.KK))).contains("\n\n2019 жылғы 30 желтоқсан\n\n");
    assertThat(text(make(content, Language.RU))).contains("\n\n30 декабря 2019\n\n");
    assertThat(text(make(content, Language.EN))).contains("\n\n30 December 2019\n\n");
  }

  @Test
  void aLongArticleBecomesNumberedPartsOfWhichOnlyTheFirstSounds() {
    Content content = Content.builder("A long story", paragraphs(20)).build();

    List<BotCall> calls = PostCalls.of(make(content, Language.EN));

    assertThat(calls).hasSize(3);
    assertThat(calls.get(0).params().path("text").asText())
        .startsWith("A long story\n\nParagraph 1 ")
        .endsWith("\n\n1/3");
    assertThat(calls.get(2).params().path("text").asText())
        .endsWith("\n\nSubscribe to our Telegram channel!\n\n3/3");
    assertThat(calls)
        .extracting(call -> call.params().path("disable_notification").asBoolean())
        .containsExactly(false, true, true);
    assertThat(calls)
        .extracting(call -> call.params().path("text").asText().length())
        .allMatch(length -> length > 2500 && length <= 4096);
  }

  @Test
  void thePartsPutTogetherGiveTheArticle() {
    String body = paragraphs(40);
    String parts =
        PostCalls.of(make(Content.builder("A long story", body).build(), Language.EN)).stream()
            .map(call -> call.params().path("text").asText().replaceAll("\n\n\\d+/\\d+$", ""))
            .collect(Collectors.joining("\n\n"));
    assertThat(parts)
        .isEqualTo("A long story\n\n" + body + "\n\nSubscribe to our Telegram channel!");
  }

  @Test
  void anArticleThatNeedsTooManyMessagesIsRefusedWithBothNumbers() {
    Content content = Content.builder("Endless", paragraphs(800)).build();
    assertThatThrownBy(() -> make(content, Language.EN))
        .isInstanceOf(PostException.class)
        .hasMessage("it would need at least 70 messages, the limit is 30: shorten it");
    Content almost = Content.builder("Almost", paragraphs(290)).build();
    assertThatThrownBy(() -> make(almost, Language.EN))
        .hasMessage("it would need 33 messages, the limit is 30: shorten it");
  }

  @Test
  void aHeadlineThatTheBodyRepeatsStandsOnce() {
    Content content = Content.builder("Жаңа мектеп", "Жаңа мектеп\n\nОқу басталды.").build();
    assertThat(text(make(content, Language.KK)))
        .isEqualTo("Жаңа мектеп\n\nОқу басталды.\n\nSubscribe to our Telegram channel!");
  }

  @Test
  void aLeadThatTheBodyDoesNotRepeatStandsAboveItInItalics() {
    Content content =
        Content.builder("Саябақ", "Толығырақ.").summary("Қалада саябақ ашылды.").build();
    BotCall call = only(make(content, Language.KK));
    assertThat(call.params().path("text").asText())
        .startsWith("Саябақ\n\nҚалада саябақ ашылды.\n\nТолығырақ.");
    assertThat(call.params().path("entities").path(1).toString())
        .isEqualTo("{\"type\":\"italic\",\"offset\":8,\"length\":21}");
  }

  @Test
  void aLeadThatTheBodyRepeatsStandsOnce() {
    Content content =
        Content.builder("Саябақ", "Қалада саябақ ашылды. Толығырақ.")
            .summary("Қалада саябақ ашылды.")
            .build();
    assertThat(text(make(content, Language.KK)))
        .startsWith("Саябақ\n\nҚалада саябақ ашылды. Толығырақ.\n\n");
  }

  @Test
  void aSilentArticleMakesNoSoundAtAll() {
    Plan silent = Plan.atOnce().withSilent(true);
    Content content = Content.builder("Саябақ", "Ашылды.").build();
    Post post = maker.make(Samples.article(content, silent), Language.KK, Samples.style());
    assertThat(only(post).params().path("disable_notification").asBoolean()).isTrue();
  }

  @Test
  void whatLooksLikeMarkupIsText() {
    Content content = Content.builder("<b>1 & 2</b>", "*no* [link](x) <a href='y'>z</a>").build();
    BotCall call = only(make(content, Language.EN));
    assertThat(call.params().path("text").asText())
        .startsWith("<b>1 & 2</b>\n\n*no* [link](x) <a href='y'>z</a>\n\n");
    assertThat(call.params().has("parse_mode")).isFalse();
  }

  @Test
  void anArticleThatShowsNothingButItsFooterIsRefused() {
    Content content = Content.builder("\u200B\u2060", "\u00A0").build();
    assertThatThrownBy(() -> make(content, Language.EN))
        .isInstanceOf(PostException.class)
        .hasMessage("there is nothing to show: give it a headline or a text");
  }

  private Post make(Content content, Language language) {
    return maker.make(Samples.article(content), language, Samples.style());
  }

  private static BotCall only(Post post) {
    assertThat(PostCalls.of(post)).hasSize(1);
    return PostCalls.of(post).get(0);
  }

  private static String text(Post post) {
    JsonNode text = only(post).params().path("text");
    return text.asText();
  }

  private static String paragraphs(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> ("Paragraph " + i + " tells what came next. ").repeat(12).strip())
        .collect(Collectors.joining("\n\n"));
  }
}
