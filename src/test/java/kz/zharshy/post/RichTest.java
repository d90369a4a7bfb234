package kz.zharshy.post;

import static kz.zharshy.article.RelatedPosts.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.zharshy.article.Block;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Content;
import kz.zharshy.article.Media;
import kz.zharshy.article.Run;
import kz.zharshy.language.Language;
import kz.zharshy.source.body.BodyBlocks;
import kz.zharshy.telegram.BotCall;
import org.junit.jupiter.api.Test;

final class RichTest {
  private static final String MARKDOWN =
      """
      ## Where

      It is **at the [old *mill*](https://news.kz/mill)**.

      | Day | Hours |
      |---|---|
      | Monday | 9–18 |

      3. first
         - inner

      > Come early.

      ```java
      int a;
      ```

      ![The mill](https://news.kz/mill.jpg)

      ---
      """;

  @Test
  void anArticleThatNeedsItBecomesOneRichMessage() {
    Content content =
        content(MARKDOWN).media(List.of(Media.photo("https://news.kz/1.jpg", null))).build();

    BotCall call = only(make(content));

    assertThat(call.method()).isEqualTo("sendRichMessage");
    assertThat(call.params().path("chat_id").asText()).isEqualTo("@example_news");
    assertThat(call.params().path("rich_message").path("blocks"))
        .extracting(Object::toString)
        .containsExactly(
            "{\"type\":\"paragraph\",\"text\":{\"type\":\"bold\",\"text\":\"Opening hours\"}}",
            "{\"type\":\"photo\",\"photo\":{\"type\":\"photo\",\"media\":\"https://news.kz/1.jpg\"}}",
            "{\"type\":\"heading\",\"text\":\"Where\",\"size\":2}",
            "{\"type\":\"paragraph\",\"text\":[\"It is \",{\"type\":\"bold\",\"text\":\"at the\"},\" \","
                + "{\"type\":\"url\",\"text\":[{\"type\":\"bold\",\"text\":\"old\"},\" \","
                + "{\"type\":\"bold\",\"text\":{\"type\":\"italic\",\"text\":\"mill\"}}],"
                + "\"url\":\"https://news.kz/mill\"},\".\"]}",
            "{\"type\":\"table\",\"cells\":[[{\"text\":\"Day\",\"is_header\":true,\"align\":\"left\","
                + "\"valign\":\"top\"},{\"text\":\"Hours\",\"is_header\":true,\"align\":\"left\","
                + "\"valign\":\"top\"}],[{\"text\":\"Monday\",\"align\":\"left\",\"valign\":\"top\"},"
                + "{\"text\":\"9–18\",\"align\":\"left\",\"valign\":\"top\"}]],\"is_bordered\":true}",
            "{\"type\":\"list\",\"items\":[{\"blocks\":[{\"type\":\"paragraph\",\"text\":\"first\"},"
                + "{\"type\":\"list\",\"items\":[{\"blocks\":[{\"type\":\"paragraph\","
                + "\"text\":\"inner\"}]}]}],\"value\":3,\"type\":\"1\"}]}",
            "{\"type\":\"blockquote\",\"blocks\":[{\"type\":\"paragraph\",\"text\":\"Come early.\"}]}",
            "{\"type\":\"pre\",\"text\":\"int a;\",\"language\":\"java\"}",
            "{\"type\":\"photo\",\"photo\":{\"type\":\"photo\",\"media\":\"https://news.kz/mill.jpg\"},"
                + "\"caption\":{\"text\":\"The mill\"}}",
            "{\"type\":\"divider\"}",
            "{\"type\":\"paragraph\",\"text\":{\"type\":\"url\",\"text\":"
                + "\"Subscribe to our Telegram channel!\",\"url\":\"https://t.me/example_news\"}}");
  }

  @Test
  void anArticleThatDoesNotNeedItIsAPlainMessage() {
    assertThat(only(make(content("It is **open** today.\n\n- all day").build())).method())
        .isEqualTo("sendMessage");
  }

  @Test
  void anArticleThatIsTooLongForAPlainMessageIsARichOne() {
    assertThat(only(make(content("It is open today. ".repeat(1000)).build())).method())
        .isEqualTo("sendRichMessage");
  }

  @Test
  void whatIsTooMuchForARichMessageIsSplit() {
    assertThat(PostCalls.of(make(content("It is open today. ".repeat(2000)).build())))
        .hasSizeGreaterThan(8)
        .allMatch(call -> call.method().equals("sendMessage"));
    assertThat(methods("- a\n".repeat(240) + "\n# b")).containsExactly("sendRichMessage");
    assertThat(methods("- a\n".repeat(251) + "\n# b")).containsExactly("sendMessage");
  }

  @Test
  void aTableIsNoLongerAndNoWiderThanTelegramTakesIt() {
    assertThat(methods(table(20, 490))).containsExactly("sendRichMessage");
    assertThat(methods(table(21, 5))).containsExactly("sendMessage");
    assertThat(methods(table(2, 510))).doesNotContain("sendRichMessage");
  }

  private static String table(int columns, int rows) {
    return "|a".repeat(columns) + "|\n" + "|-".repeat(columns) + "|\n" + "|1|2|\n".repeat(rows);
  }

  @Test
  void quotesAreNestedAsDeepAsTelegramTakesThem() {
    assertThat(quoted(15)).isPresent();
    assertThat(quoted(16)).isEmpty();
  }

  private static Optional<List<RichBlock>> quoted(int times) {
    Block block = new Block.Paragraph(List.of(Run.plain("a")));
    for (int i = 0; i < times; i++) {
      block = new Block.Quote(List.of(block));
    }
    RichMessage message = new RichMessage();
    message.add(List.of(block));
    return message.blocks();
  }

  @Test
  void aPictureOfThisMachineCannotBeInARichMessage() {
    Content content = content(MARKDOWN).media(List.of(Media.photo("a.png", null))).build();
    assertThat(PostCalls.of(make(content)))
        .noneMatch(call -> call.method().equals("sendRichMessage"));
  }

  @Test
  void itsButtonsStandUnderIt() {
    Templates templates =
        Templates.of(
            Map.of("default.peb", "{{ body }}\n<button href=\"{{ footerLink }}\">A</button>"));
    Post post =
        new PostMaker(new BodyBlocks(), templates)
            .make(Samples.article(content("# b").build()), Language.EN, rich());
    assertThat(only(post).params().path("reply_markup").toString())
        .isEqualTo(
            "{\"inline_keyboard\":[[{\"text\":\"A\",\"url\":\"https://t.me/example_news\"}]]}");
  }

  @Test
  void whatIsShownOfItAreItsWordsAndPictures() {
    RenderedPart shown = RenderedPart.of(make(content(MARKDOWN).build()).parts().get(0));
    assertThat(shown.text())
        .startsWith(
            "Opening hours\n\nWhere\n\nIt is at the old mill.\n\nDay | Hours\nMonday | 9–18\n")
        .endsWith("Subscribe to our Telegram channel!");
    assertThat(shown.limit()).isEqualTo(32_768);
    assertThat(shown.pictures()).containsExactly("https://news.kz/mill.jpg");
  }

  @Test
  void aCorrectionStaysARichMessageOnlyWhereItWasOne() {
    PostMaker maker = new PostMaker(new BodyBlocks());
    Content content = content(MARKDOWN).build();
    PostPart rich = make(content).parts().get(0);
    Post plain = maker.make(Samples.article(content), Language.EN, Samples.style());
    assertThat(
            PostCalls.of(maker.remake(Samples.article(content), Language.EN, rich(), NONE, rich)))
        .extracting(BotCall::method)
        .containsExactly("sendRichMessage");
    assertThat(
            maker.remake(Samples.article(content), Language.EN, rich(), NONE, plain.parts().get(0)))
        .isEqualTo(plain);
  }

  private static List<String> methods(String markdown) {
    return PostCalls.of(make(content(markdown).build())).stream().map(BotCall::method).toList();
  }

  private static Content.Builder content(String markdown) {
    return Content.builder("Opening hours", markdown).bodyFormat(BodyFormat.MARKDOWN);
  }

  private static ChannelStyle rich() {
    return Samples.style().withLength(Length.RICH);
  }

  private static Post make(Content content) {
    return new PostMaker(new BodyBlocks()).make(Samples.article(content), Language.EN, rich());
  }

  private static BotCall only(Post post) {
    assertThat(PostCalls.of(post)).hasSize(1);
    return PostCalls.of(post).get(0);
  }
}
