package kz.zharshy.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.publish.PublishFixture;
import kz.zharshy.publish.PublishFixture.Setting;
import kz.zharshy.sandbox.SandboxMessage;
import kz.zharshy.store.QueueException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Articles that no writer would write, on their way to a server that is as strict as Telegram. */
@Tag("slow")
final class TextFaultsTest {
  private static final int MEGABYTE = 1024 * 1024;

  @TempDir private Path folder;
  private PublishFixture room;

  @BeforeEach
  void open() throws Exception {
    room = PublishFixture.open(Setting.in(folder));
  }

  @AfterEach
  void close() {
    room.close();
  }

  static Stream<Named<String>> bodies() {
    return Stream.of(
        named("1 MB", "A sentence of a very long story. ".repeat(MEGABYTE / 33)),
        named("one word of 100,000 letters", "ұ".repeat(100_000)),
        named("one word of a hundred emoji families", "👨‍👩‍👧‍👦".repeat(1000)),
        named("empty", ""),
        named("only white space", " \t\n\u00a0\u2003\n\n "),
        named("lone surrogates", "half \ud83d of a pair, and the other \udc00 half"),
        named("NUL", "before \u0000 after"),
        named("bidi overrides", "\u202eright to left\u202d and \u2066on"),
        named("a flood without width", "a" + "\u200b\u200d\ufeff".repeat(20_000) + "b"),
        named("a heap of accents", "e" + "\u0301".repeat(20_000)),
        named("only what is not seen", "\u200b\u2060\ufeff".repeat(100)),
        named("a thousand lines", "line\n\n".repeat(1000)));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  @Proves({
    "article of 1 MB, of one 100,000-letter word, empty, only white space; lone"
        + " surrogates, NUL, bidi overrides, zero-width floods | valid posts or a clear"
        + " refusal",
    "article of 1 MB, of one 100,000-letter word, empty, only white space; lone"
        + " surrogates, NUL, bidi overrides, zero-width floods | never a 400 from Telegram"
  })
  void aStrangeTextBecomesValidPostsOrIsRefusedInWords(String body) throws Exception {
    assertPostedOrRefused("Headline", body);
    assertPostedOrRefused(body.substring(0, Math.min(500, body.length())), "A plain text.");
  }

  private void assertPostedOrRefused(String title, String body) throws InterruptedException {
    long id;
    try {
      id = room.add(title, body);
    } catch (QueueException | IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank();
      return;
    }
    room.run(Duration.ofMinutes(5));

    Article article = room.article(id);
    assertThat(article.state()).isIn(ArticleState.PUBLISHED, ArticleState.FAILED);
    if (article.state() == ArticleState.FAILED) {
      assertThat(String.valueOf(article.reason())).doesNotContain("null", "Exception");
    }
    assertThat(room.telegram().calls()).allMatch(call -> call.status() == 200);
  }

  @ParameterizedTest
  @EnumSource(names = {"HTML", "MARKDOWN"})
  @Proves({
    "hostile HTML or Markdown; javascript: and tg:// links | text as meant",
    "hostile HTML or Markdown; javascript: and tg:// links | links only http and https"
  })
  void hostileMarkupIsTextAndLinksLeadToTheWebOnly(BodyFormat format) throws Exception {
    String links =
        format == BodyFormat.HTML
            ? "<p>Read <a href=\"javascript:alert(1)\">one</a>, <a"
                + " href=\"tg://resolve?domain=evil\">two</a>, <a href=\" JaVa&#115;cript:x\">three"
                + "</a>, <a href=\"https://news.example.kz/\">four</a></p>"
                + "<script>alert(1)</script><style>p{}</style><iframe src=\"//evil\"></iframe>"
                + "<p onclick=\"x()\">Last <b>words <i>crossed</b> out</i> &lt;b&gt;"
            : "Read [one](javascript:alert(1)), [two](tg://resolve?domain=evil),"
                + " [three](JAVASCRIPT:x), [four](https://news.example.kz/)\n\n<script>alert(1)"
                + "</script>\n\nLast *words **crossed* out** &lt;b&gt;";
    Content content = Content.builder("Headline", links).bodyFormat(format).build();
    room.database.articles().add(Draft.of(content), "test", room.now());

    room.run(Duration.ofMinutes(1));

    assertThat(room.telegram().posts()).hasSize(1);
    SandboxMessage post = room.telegram().posts().get(0);
    assertThat(post.text()).contains("Read one, two, three, four", "Last words", "<b>");
    assertThat(post.text()).doesNotContain("alert");
    assertThat(post.json().findValuesAsText("url"))
        .contains("https://news.example.kz/")
        .allMatch(url -> url.startsWith("https://") || url.startsWith("http://"));
    JsonNode sent = room.telegram().calls("sendMessage").get(0).params();
    assertThat(sent.has("parse_mode")).isFalse();
    assertThat(sent.toString()).doesNotContainIgnoringCase("javascript").doesNotContain("tg://");
  }
}
