package kz.zharshy.source.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Content;
import kz.zharshy.language.Language;
import kz.zharshy.source.message.MessageText.Entity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An editor's message becomes an article with its formatting. */
final class MessageReaderTest {
  private final MessageReader reader = new MessageReader();

  @Test
  void theFirstLineIsTheHeadlineAndTheRestTheBody() {
    Content content = read("Қар жауды\n\nМектептер жабық.\nАвтобустар кешігеді.");
    assertThat(content.title()).isEqualTo("Қар жауды");
    assertThat(content.body()).isEqualTo("Мектептер жабық.\nАвтобустар кешігеді.");
    assertThat(content.bodyFormat()).isEqualTo(BodyFormat.TEXT);
    assertThat(content.language()).isEqualTo(Language.KK);
  }

  @Test
  void formattingOfTheHeadlineAloneLeavesTheBodyPlain() {
    Content content = read("Снег\n1 < 2 & *", entity("bold", 0, 4));
    assertThat(content.bodyFormat()).isEqualTo(BodyFormat.TEXT);
    assertThat(content.body()).isEqualTo("1 < 2 & *");
  }

  @Test
  void formattingThatBeginsInTheHeadlineGoesOnInTheBody() {
    assertThat(html("A\nbc d", entity("bold", 0, 4))).isEqualTo("<p><b>bc</b> d</p>");
  }

  @Test
  void aBodyIsWrittenAsHtmlThatAPersonCanRead() {
    String text = "A\nбір екі\n\nүш\nтөрт\nкод\nсоңы";
    assertThat(
            html(
                text,
                entity("bold", 2, 3),
                entity("italic", 4, 5),
                entity("blockquote", 11, 7),
                new Entity("pre", 19, 3, null, "py"),
                new Entity("text_link", 23, 4, "https://a.kz/?x=\"&y", null)))
        .isEqualTo(
            """
            <p><b>бі</b><b><i>р</i></b><i> екі</i></p>
            <blockquote>
            <p>үш<br>төрт</p>
            </blockquote>
            <pre><code class="language-py">код</code></pre>
            <p><a href="https://a.kz/?x=&quot;&amp;y">соңы</a></p>""");
  }

  @Test
  void spacesThatHtmlWouldSwallowAreKept() {
    assertThat(html("A\na  b c", entity("bold", 5, 1)))
        .isEqualTo("<p style=\"white-space: pre-wrap\">a  <b>b</b> c</p>");
  }

  @Test
  void whatStandsBehindACommandIsReadFromThere() {
    MessageText message = new MessageText("/post A\nbold", List.of(entity("bold", 8, 4)));
    Content content = reader.read(message.since(6)).orElseThrow();
    assertThat(content.title()).isEqualTo("A");
    assertThat(content.body()).isEqualTo("<p><b>bold</b></p>");
  }

  @Test
  void aPairOfSurrogatesIsNotTakenApart() {
    assertThat(html("A\n🇰a", entity("bold", 3, 2))).isEqualTo("<p><b>🇰a</b></p>");
  }

  @ParameterizedTest
  @CsvSource({"-5, 2", "0, -1", "2, 0", "99, 3", "2147483647, 2147483647", "-2147483648, -1"})
  void offsetsThatMakeNoSenseFormatNothing(int offset, int length) {
    assertThat(read("A\nbc", entity("bold", offset, length)).body()).isEqualTo("bc");
  }

  @Test
  void anEntityThatIsLongerThanTheTextEndsWithIt() {
    assertThat(html("A\nbc", entity("bold", 3, Integer.MAX_VALUE))).isEqualTo("<p>b<b>c</b></p>");
  }

  @Test
  void entitiesThatTelegramFindsByItselfAreNoFormatting() {
    Content content = read("A\n@b #c", entity("mention", 2, 2), entity("hashtag", 5, 2));
    assertThat(content.bodyFormat()).isEqualTo(BodyFormat.TEXT);
  }

  @Test
  void aMessageThatSaysNothingIsNoArticle() {
    assertThat(reader.read(new MessageText(" \n\u200B\n", List.of()))).isEmpty();
    assertThat(reader.read(new MessageText("", List.of()))).isEmpty();
  }

  @Test
  void aHeadlineAloneHasNoBody() {
    assertThat(read("\nA").body()).isEmpty();
    assertThat(read("A\n", entity("bold", 0, 2)).body()).isEmpty();
  }

  private Content read(String text, Entity... entities) {
    return reader.read(new MessageText(text, List.of(entities))).orElseThrow();
  }

  private String html(String text, Entity... entities) {
    Content content = read(text, entities);
    assertThat(content.bodyFormat()).isEqualTo(BodyFormat.HTML);
    return content.body();
  }

  private static Entity entity(String type, int offset, int length) {
    return new Entity(type, offset, length, null, null);
  }
}
