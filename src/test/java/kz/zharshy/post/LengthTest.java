package kz.zharshy.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.zharshy.article.Content;
import kz.zharshy.article.Media;
import kz.zharshy.language.Language;
import kz.zharshy.telegram.BotCall;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LengthTest {
  private static final String FOOTER = "\n\nПодпишитесь на наш канал в Telegram!";

  @Test
  void anExcerptIsTheBeginningWithALinkToTheRest() {
    BotCall call = only(make(Length.EXCERPT, paragraphs(30), "https://news.kz/1"));
    String text = call.params().path("text").asText();
    assertThat(text).isEqualTo("Парк\n\n" + paragraphs(3) + "\n\nЧитать полностью" + FOOTER);
    int link = text.indexOf("Читать");
    assertThat(call.params().path("entities").path(1).toString())
        .isEqualTo(
            "{\"type\":\"text_link\",\"offset\":%d,\"length\":16,\"url\":\"https://news.kz/1\"}"
                .formatted(link));
  }

  @Test
  void anExcerptOfALongParagraphEndsWithASentence() {
    String body = "Парк открыли утром, сказал А. С. Ким. ".repeat(200).strip();
    String text = text(make(Length.EXCERPT, body, "https://news.kz/1"));
    assertThat(text.split("\n\n", -1)[1]).endsWith("сказал А. С. Ким.").hasSizeBetween(600, 700);
  }

  @Test
  void anExcerptOfALongSentenceEndsWithAWord() {
    String body = "парк ".repeat(1000).strip();
    String text = text(make(Length.EXCERPT, body, "https://news.kz/1"));
    assertThat(text.split("\n\n", -1)[1]).endsWith("парк парк…").hasSizeBetween(600, 701);
  }

  @Test
  void anArticleThatFitsIsNotShortened() {
    assertThat(text(make(Length.EXCERPT, paragraphs(5), "https://news.kz/1")))
        .isEqualTo("Парк\n\n" + paragraphs(5) + "\n\nИсточник" + FOOTER);
  }

  @Test
  void withoutAnAddressForTheRestAnArticleIsSplit() {
    assertThat(PostCalls.of(make(Length.EXCERPT, paragraphs(30), null))).hasSize(2);
  }

  @Test
  void anExcerptFitsUnderItsPicture() {
    Content content =
        Content.builder("Парк", paragraphs(30))
            .sourceUrl("https://news.kz/1")
            .media(List.of(Media.photo("https://news.kz/1.jpg", null)))
            .build();
    assertThat(only(make(Length.EXCERPT, content)).method()).isEqualTo("sendPhoto");
  }

  @Test
  void aFoldedArticleShowsItsBeginningAndHidesTheRest() {
    BotCall call = only(make(Length.QUOTE, paragraphs(8), null));
    String text = call.params().path("text").asText();
    assertThat(text).isEqualTo("Парк\n\n" + paragraphs(8) + FOOTER);
    int from = "Парк\n\n".length() + paragraphs(2).length() + 2;
    assertThat(call.params().path("entities").path(1).toString())
        .isEqualTo(
            "{\"type\":\"expandable_blockquote\",\"offset\":%d,\"length\":%d}"
                .formatted(from, text.length() - FOOTER.length() - from));
  }

  @Test
  void aHeadlineAloneIsNotFolded() {
    assertThat(text(make(Length.QUOTE, "", null))).isEqualTo("Парк" + FOOTER);
  }

  @Test
  void aShortArticleIsNotFolded() {
    BotCall call = only(make(Length.QUOTE, paragraphs(3), null));
    assertThat(call.params().path("entities").toString()).doesNotContain("blockquote");
  }

  @Test
  void anArticleThatDoesNotFitEvenWhenFoldedIsSplit() {
    Post post = make(Length.QUOTE, paragraphs(30), null);
    assertThat(PostCalls.of(post)).hasSize(2);
    assertThat(PostCalls.of(post).toString()).doesNotContain("blockquote");
  }

  private static Post make(Length length, String body, @Nullable String url) {
    return make(length, Content.builder("Парк", body).sourceUrl(url).build());
  }

  private static Post make(Length length, Content content) {
    return new PostMaker(new Samples.Paragraphs())
        .make(Samples.article(content), Language.RU, Samples.style().withLength(length));
  }

  private static BotCall only(Post post) {
    assertThat(PostCalls.of(post)).hasSize(1);
    return PostCalls.of(post).get(0);
  }

  private static String text(Post post) {
    return only(post).params().path("text").asText();
  }

  private static String paragraphs(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> ("В парке номер " + i + " открыли каток. ").repeat(6).strip())
        .collect(Collectors.joining("\n\n"));
  }
}
