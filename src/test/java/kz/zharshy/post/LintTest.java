package kz.zharshy.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kz.zharshy.article.Block;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Content;
import kz.zharshy.article.Media;
import kz.zharshy.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LintTest {
  private static final Media LAKE = Media.photo("https://news.kz/lake.jpg", null);
  private static final String TITLE = "Қалада жаңа саябақ ашылды";
  private static final String BODY =
      "Салтанатқа жүздеген тұрғын келді. Кіру бәріне тегін, деді әкім.";

  private PictureSizes sizes = PictureSizes.UNKNOWN;

  @Test
  void aGoodArticleHasNoWarnings() {
    assertThat(warnings(TITLE, BODY)).isEmpty();
  }

  @Test
  void aPostWithoutAPictureIsTold() {
    Content content = Content.builder(TITLE, BODY).build();
    assertThat(warnings(content)).containsExactly(Warning.of(Warning.Kind.NO_PICTURE));
  }

  @Test
  void aPictureThatIsTooSmallOrCannotBeReadIsTold() {
    sizes = location -> new PictureSizes.Answer.Known(320, 200);
    assertThat(warnings(TITLE, BODY))
        .containsExactly(Warning.of(Warning.Kind.PICTURE_SMALL, LAKE.location(), "320"));
    sizes = location -> new PictureSizes.Answer.Known(600, 400);
    assertThat(warnings(TITLE, BODY)).isEmpty();
    sizes = location -> new PictureSizes.Answer.Unreadable();
    assertThat(warnings(TITLE, BODY))
        .containsExactly(Warning.of(Warning.Kind.PICTURE_UNREADABLE, LAKE.location()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Қалада саябақ ашылды.          | headline-stop",
        "ҚАЛАДА ЖАҢА САЯБАҚ АШЫЛДЫ      | headline-capitals",
        "Қалада  жаңа саябақ ашылды     | two-spaces",
        "Қалада жаңa саябақ ашылды      | mixed-alphabets"
      })
  void aHeadlineWithASlipIsTold(String title, String code) {
    assertThat(codes(warnings(title, BODY))).containsExactly(code);
  }

  @Test
  void aLongHeadlineIsToldWithBothNumbers() {
    assertThat(warnings("Қалада саябақ ".repeat(8).strip() + " ашылды", BODY))
        .containsExactly(Warning.of(Warning.Kind.HEADLINE_LONG, "118", "110"));
    assertThat(warnings("ж".repeat(110), BODY)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Қалада жаңа саябақ ашылды. Кіру бәріне тегін, деді бізге қала әкімі.",
        "Қалада бүгін жаңа саябақ ашылды! Кіру бәріне тегін, деді қала әкімі."
      })
  void aFirstSentenceThatRepeatsTheHeadlineIsTold(String body) {
    assertThat(codes(warnings(TITLE, body))).containsExactly("headline-repeated");
  }

  @ParameterizedTest
  @CsvSource({
    "Cаябақ, Cаябақ, C",
    "Cалтанат, Cалтанат, C",
    "жaңa, жaңa, aa",
    "IT-кoмпания, кoмпания, o",
    "Rоscosmos, Rоscosmos, о",
    "Koнституция, Koнституция, Ko"
  })
  void aWordOfTwoAlphabetsIsToldWithTheOddLetter(String written, String word, String odd) {
    assertThat(warnings(TITLE, "Олар кеше " + written + " туралы ұзақ айтты."))
        .containsExactly(Warning.of(Warning.Kind.MIXED_ALPHABETS, word, odd));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IT-компания",
        "SMSка",
        "iPhone-ды",
        "COVID-19-дың",
        "Wi-Fi",
        "https://сайт.kz/Аbс-aб",
        "ab@сайт.қаз",
        "VIPке",
        "Telegram-арна"
      })
  void wordsThatAreMeantSoAreLeftAlone(String written) {
    assertThat(warnings(TITLE, "Олар кеше " + written + " туралы ұзақ айтты.")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Саябақ  бүгін ашылды, тұрғындар көп келді деп хабарлады.       | two-spaces",
        "Саябақ бүгін ашылды , тұрғындар көп келді деп хабарлады.       | space-before-mark",
        "Саябақ бүгін ашылды, тұрғындар көп келді деп хабарлады         | no-stop",
        "Саябақ бүгін ашылды, «тұрғындар көп келді деп хабарлады.       | quote-open",
        "Саябақ бүгін ашылды, тұрғындар көп&nbsp;келді деп хабарлады.   | markup-shown",
        "Саябақ бүгін ашылды, <b>тұрғындар келді деп хабарлады.         | markup-shown",
        "The park was opened this morning, and the mayor of the city spoke. | language"
      })
  void aSlipInTheTextIsTold(String body, String code) {
    Content content =
        Content.builder("Саябақ", body).media(List.of(LAKE)).language(Language.KK).build();
    assertThat(codes(warnings(content))).containsExactly(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTML     | <p>Оқу <a href=''>осында</a>.</p>                         | осында",
        "HTML     | <p>Оқу <a>осында</a>.</p>                                 | осында",
        "HTML     | <p>Оқу <a class=x href=\"#\">осында</a>.</p>              | осында",
        "HTML     | <p>Оқу <a href=/news/1>осында</a>.</p>                    | осында",
        "HTML     | <p>Оқу <a href='http://localhost/'>осында</a>.</p>        | осында",
        "MARKDOWN | Оқу [осында]().                                           | осында",
        "MARKDOWN | Оқу [осында](news/1).                                     | осында"
      })
  void aLinkWithoutAnAddressIsTold(BodyFormat format, String body, String words) {
    assertThat(links(format, body)).containsExactly(Warning.of(Warning.Kind.LINK_EMPTY, words));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTML     | <a href=\"https://news.kz/1?a=1&amp;b=2\">осында</a>",
        "HTML     | <a href='mailto:a@news.kz'>осында</a> <a name=x>бөлім</a> <a href='//b.kz'>в</a>",
        "MARKDOWN | [осында](https://news.kz/1) ![сурет](1.png)",
        "TEXT     | [осында]() <a>а</a>"
      })
  void aLinkThatLeadsSomewhereIsNot(BodyFormat format, String body) {
    assertThat(links(format, body)).isEmpty();
  }

  @Test
  void anArticleOfManyMessagesIsToldWithTheirNumber() {
    String body = ("Салтанатқа жүздеген тұрғын келді. ".repeat(20).strip() + "\n\n").repeat(30);
    assertThat(warnings(TITLE, body)).containsExactly(Warning.of(Warning.Kind.MANY_PARTS, "6"));
  }

  @Test
  void aHeadlineWithoutATextIsTold() {
    assertThat(codes(warnings(TITLE, ""))).containsExactly("no-text");
  }

  @Test
  void buttonsThatHideTheCommentsAreTold() {
    Content content = Content.builder(TITLE, BODY).media(List.of(LAKE)).build();
    Templates templates =
        Templates.of(
            Map.of("default.peb", "{{ body }}\n<button href=\"{{ footerLink }}\">A</button>"));
    Samples.Paragraphs reader = new Samples.Paragraphs();
    Post post =
        new PostMaker(reader, templates)
            .make(Samples.article(content), Language.KK, Samples.style());
    assertThat(codes(new Lint(reader, sizes).of(Samples.article(content), post)))
        .containsExactly("buttons");
  }

  @Test
  void ofOneKindFiveAreEnough() {
    assertThat(warnings(TITLE, "Бір кoз, екі кoл, үш мaй, төрт сaн, бес тoн, алты кaр."))
        .hasSize(5);
  }

  @ParameterizedTest
  @EnumSource
  void everyWarningIsASentenceInEveryLanguage(Warning.Kind kind) {
    Lint lint = new Lint(new Samples.Paragraphs(), sizes);
    for (Language language : Language.values()) {
      assertThat(lint.say(Warning.of(kind, "5", "b"), language)).matches(".+[.?]");
    }
  }

  private List<Warning> warnings(String title, String body) {
    return warnings(Content.builder(title, body).media(List.of(LAKE)).build());
  }

  private List<Warning> warnings(Content content) {
    Samples.Paragraphs reader = new Samples.Paragraphs();
    Post post = new PostMaker(reader).make(Samples.article(content), Language.KK, Samples.style());
    return new Lint(reader, sizes).of(Samples.article(content), post);
  }

  private static List<Warning> links(BodyFormat format, String body) {
    List<Block> blocks = new Samples.Paragraphs().read("x", format).blocks();
    return LintLinks.of(Content.builder("A", body).bodyFormat(format).build(), blocks);
  }

  private static List<String> codes(List<Warning> warnings) {
    return warnings.stream().map(warning -> warning.kind().code()).toList();
  }
}
