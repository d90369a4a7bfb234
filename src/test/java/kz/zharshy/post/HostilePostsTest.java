package kz.zharshy.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.zharshy.TelegramParser;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Content;
import kz.zharshy.article.Document;
import kz.zharshy.language.Language;
import kz.zharshy.source.body.BodyBlocks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Articles that nobody would write, and that somebody will send. */
@Tag("slow")
final class HostilePostsTest {
  private static final String WORDS = "Бұл күні қалада жаңа мектеп ашылды, деді А. С. Сәтбаев. ";

  /** Where the headline, the author and the keyword are as long as the body. */
  private static final int ENOUGH = 40_000;

  private final BodyBlocks reader = new BodyBlocks();

  @ParameterizedTest
  @MethodSource("bodies")
  void itsPartsAreValidAndSayAllOfIt(String name, BodyFormat format, String body) {
    Document document = reader.read(body, format);
    PostText postText = Parts.postText(document);
    Parts.checked(postText, name);
    Parts.assertSaysAll(document, postText, name);
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void theWholePostIsValidOrRefusedInASentence(String name, BodyFormat format, String whole) {
    String body = whole.substring(0, Math.min(whole.length(), ENOUGH));
    Content content =
        Content.builder(body.isBlank() ? name : body, body)
            .bodyFormat(format)
            .section(body)
            .author(body)
            .tags(List.of(body))
            .build();
    ChannelStyle style = Samples.style();
    for (Length length : Length.values()) {
      try {
        Post post =
            new PostMaker(reader)
                .make(Samples.article(content), Language.KK, style.withLength(length));
        assertThat(post.parts())
            .allMatch(part -> !RenderedPart.of(part).text().isBlank())
            .allMatch(
                part -> RenderedPart.of(part).text().length() <= RenderedPart.of(part).limit());
      } catch (PostException e) {
        assertThat(e).hasMessageMatching("(it would need|there is nothing to show).+");
      }
    }
  }

  @Test
  void telegramsOwnParserLeavesEachPartAsItIs() {
    TelegramParser telegram = TelegramParser.orSkip();
    bodies()
        .map(Arguments::get)
        .forEach(
            body -> {
              Document document = reader.read((String) body[2], (BodyFormat) body[1]);
              // A few parts of each tell as much as all of them, in a fraction of the time.
              Parts.checked(Parts.postText(document), (String) body[0]).stream()
                  .limit(40)
                  .forEach(
                      part -> assertThat(telegram.sent(part)).as("%s", body[0]).isEqualTo(part));
            });
  }

  static Stream<Arguments> bodies() {
    return Stream.of(
        html("unclosed tags", "<b>".repeat(20_000) + WORDS + "<i>" + WORDS.repeat(100)),
        html("nested quotes", "<blockquote>".repeat(5_000) + WORDS.repeat(50)),
        html("nested lists", "<ul><li>a".repeat(3_000)),
        html("overlapping tags", "<b>a<i>b</b>c</i> ".repeat(5_000)),
        html(
            "unclosed links",
            "<a href='https://news.kz/'>" + "<a href=https://a.kz>b ".repeat(3_000)),
        html("10,000 entities", "<b>сөз</b> <i>сөз</i> ".repeat(5_000)),
        html("broken attributes", "<p title='" + "\"<>".repeat(10_000)),
        markdown("asterisks", "**a*".repeat(10_000)),
        markdown("nested quotes", "> ".repeat(2_000) + WORDS.repeat(50)),
        markdown("brackets", "[".repeat(20_000) + "a" + "](".repeat(20_000)),
        markdown("backticks", "`".repeat(9_999) + WORDS + "~~~\n" + WORDS.repeat(20)),
        markdown("10,000 links", "[a](https://news.kz/1) ".repeat(10_000)),
        text("one word of 100,000 letters", "ж".repeat(100_000)),
        text("a megabyte", WORDS.repeat(10_000)),
        text("a megabyte of paragraphs", (WORDS.repeat(5) + "\n\n").repeat(2_000)),
        text("marks upon marks", "a" + "\u0301".repeat(100_000)),
        text("families", "👩‍👩‍👧‍👦".repeat(10_000)),
        text("flags", "🇰🇿".repeat(10_000)),
        text("overrides", "\u202E\u2066\u200Fa ".repeat(10_000)),
        text("zero width", "a" + "\u200B".repeat(50_000) + "b"),
        text("half characters", "\uD83D \uDE00a".repeat(10_000)),
        text("white space", " \n\t\u00A0\u2003".repeat(10_000)),
        text("control characters", "\u0000\u0001\u0007a\u001F\u007F\u0085 ".repeat(5_000)),
        text("plane 0", plane(0)),
        text("plane 1", plane(1)),
        text("plane 2", plane(2)),
        text("plane 3", plane(3)),
        text("planes 4 to 16", plane(14) + plane(15) + plane(16) + plane(4).substring(0, 2_000)));
  }

  private static String plane(int plane) {
    StringBuilder text = new StringBuilder();
    IntStream.range(plane << 16, (plane + 1) << 16).forEach(text::appendCodePoint);
    return text.toString();
  }

  private static Arguments html(String name, String body) {
    return Arguments.of("HTML, " + name, BodyFormat.HTML, body);
  }

  private static Arguments markdown(String name, String body) {
    return Arguments.of("Markdown, " + name, BodyFormat.MARKDOWN, body);
  }

  private static Arguments text(String name, String body) {
    return Arguments.of("text, " + name, BodyFormat.TEXT, body);
  }
}
