package kz.zharshy.source.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Content;
import kz.zharshy.source.SourceText;
import kz.zharshy.source.UnreadableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kind of a source is recognised, and its character set. */
class ArticleReaderTest {
  private static final String RUSSIAN =
      "В Сарыбулаке открыли библиотеку\n\nПервые читатели пришли утром, их встретил хор.";

  @ParameterizedTest
  @CsvSource({
    "a.txt, TEXT",
    "a.md, MARKDOWN",
    "a.MARKDOWN, MARKDOWN",
    "a.htm, HTML",
    "https://example.kz/a.html?x=1.md, HTML",
    "-, TEXT"
  })
  void theEndingOfTheNameTellsTheKind(String name, BodyFormat format) {
    assertThat(Reading.draft(name, "Headline\n\n<h1>Text</h1>").content().bodyFormat())
        .isEqualTo(format);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "# Headline\\n\\nText|MARKDOWN",
        "---\\ntitle: Headline\\n---\\nText|MARKDOWN",
        "<!DOCTYPE html><title>Headline</title><p>Text|HTML",
        "<h1>Headline</h1><p>Text|HTML",
        " {\"title\": \"Headline\", \"body\": \"Text\"}|TEXT",
        "Headline\\n\\n# Text|TEXT",
        "<3 books|TEXT",
        "[Sic] Headline|TEXT"
      })
  void withoutAnEndingTheBeginningTellsTheKind(String text, BodyFormat format) {
    assertThat(Reading.draft("-", text.replace("\\n", "\n")).content().bodyFormat())
        .isEqualTo(format);
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1251", "UTF-8", "UTF-16LE", "UTF-16BE", "KOI8-R", "IBM866"})
  void russianTextComesOutInAnyCharacterSet(String charset) throws UnreadableException {
    String marked = charset.startsWith("UTF") ? "\uFEFF" + RUSSIAN : RUSSIAN;
    assertThat(read("a.txt", marked.getBytes(Charset.forName(charset))).title())
        .isEqualTo("В Сарыбулаке открыли библиотеку");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Снег", "Өрт", "Қысқа", "Ёлка 2026", "Да"})
  void shortCyrillicTextIsReadToo(String title) throws UnreadableException {
    assertThat(read("a.txt", title.getBytes(StandardCharsets.UTF_8)).title()).isEqualTo(title);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Снег", "Ёлка 2026", "Да"})
  void shortTextInWindows1251IsReadToo(String title) throws UnreadableException {
    assertThat(read("a.txt", title.getBytes(Charset.forName("windows-1251"))).title())
        .isEqualTo(title);
  }

  @Test
  void kazakhTextOfTheOldNationalCharacterSetIsRead() throws UnreadableException {
    byte[] bytes = "Ќазаќстан жјне ґлем єылымы".getBytes(Charset.forName("windows-1251"));
    assertThat(read("a.txt", bytes).title()).isEqualTo("Қазақстан және өлем ғылымы");
  }

  @Test
  void theCharacterSetThatAPageDeclaresIsUsed() throws UnreadableException {
    String page = "<html><head><meta charset=windows-1251><title>Снег</title></head><p>Идёт";
    assertThat(read("a.html", page.getBytes(Charset.forName("windows-1251"))).title())
        .isEqualTo("Снег");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t\n", "\uFEFF\u00a0\n"})
  void anEmptySourceIsRefused(String text) {
    assertThatThrownBy(() -> read("a.txt", text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnreadableException.class)
        .hasMessage("a.txt is empty. Put a headline and a text in it.");
  }

  @Test
  void aPictureIsRefused() {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0};
    assertThatThrownBy(() -> read("-", png))
        .isInstanceOf(UnreadableException.class)
        .hasMessageStartingWith("- is not text.");
  }

  private static Content read(String name, byte[] bytes) throws UnreadableException {
    return new ArticleReader(Reading.ALMATY).read(new SourceText(name, bytes)).get(0).content();
  }
}
