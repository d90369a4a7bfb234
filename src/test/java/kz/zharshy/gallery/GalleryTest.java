package kz.zharshy.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kz.zharshy.TelegramParser;
import kz.zharshy.language.Language;
import kz.zharshy.post.MarkedText;
import kz.zharshy.post.PostPart;
import kz.zharshy.post.RenderedPart;
import kz.zharshy.telegram.BotCall;
import kz.zharshy.telegram.PostPartCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each article of the gallery becomes exactly the messages in the file beside it. After a change
 * that is meant, write those files anew and read the difference:
 *
 * <pre>mvn -q test -Dtest=GalleryTest -Dgallery=rewrite &amp;&amp; git diff src/test/resources
 * </pre>
 */
final class GalleryTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final boolean REWRITE = "rewrite".equals(System.getProperty("gallery"));

  private final Gallery gallery = new Gallery();

  @ParameterizedTest
  @MethodSource("files")
  void anArticleBecomesTheMessagesBesideIt(Path file) throws Exception {
    Path expected = file.resolveSibling(file.getFileName() + ".expected");
    StringBuilder messages = new StringBuilder();
    for (PostPart part : gallery.post(file).parts()) {
      messages.append(readable(part));
      assertThat(RenderedPart.of(part).text().length()).isBetween(1, RenderedPart.of(part).limit());
      assertThat(marked(part).entities()).hasSizeLessThanOrEqualTo(100);
    }
    if (REWRITE) {
      Files.writeString(expected, messages);
    }
    assertThat(messages.toString()).isEqualTo(Files.readString(expected));
  }

  @Test
  void telegramsOwnParserLeavesEachMessageAsItIs() {
    TelegramParser telegram = TelegramParser.orSkip();
    for (Path file : files()) {
      for (PostPart part : gallery.post(file).parts()) {
        if (part instanceof PostPart.Rich) {
          continue; // The parser knows none.
        }
        MarkedText marked = part.words();
        assertThat(telegram.sent(marked)).as("%s", file).isEqualTo(marked);
        assertThat(telegram.html(TelegramParser.asHtml(marked))).as("%s", file).isEqualTo(marked);
      }
    }
  }

  @Test
  void thereAreThirtyArticlesInThreeLanguages() {
    Set<Language> languages = new HashSet<>();
    gallery
        .files()
        .forEach(file -> languages.add(gallery.article(file).content().spokenLanguage()));
    assertThat(files()).hasSizeGreaterThanOrEqualTo(30);
    assertThat(languages).containsExactlyInAnyOrder(Language.values());
  }

  static List<Path> files() {
    return new Gallery().files();
  }

  /** The words as Telegram's HTML, then all else that is sent. */
  private static String readable(PostPart part) throws JsonProcessingException {
    BotCall call = PostPartCodec.call(part);
    ObjectNode rest = call.params().deepCopy();
    rest.remove(List.of("chat_id", "text", "entities", "caption", "caption_entities"));
    rest.path("media")
        .forEach(item -> ((ObjectNode) item).remove(List.of("caption", "caption_entities")));
    RenderedPart shown = RenderedPart.of(part);
    return "── %s, %d of %d characters ──%n%s%n%s%n%n"
        .formatted(
            call.method(),
            shown.text().length(),
            shown.limit(),
            TelegramParser.asHtml(marked(part)),
            JSON.writeValueAsString(rest));
  }

  private static MarkedText marked(PostPart part) {
    return part instanceof PostPart.Rich
        ? new MarkedText(RenderedPart.of(part).text(), List.of())
        : part.words();
  }
}
