package kz.zharshy.source.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Media;
import kz.zharshy.language.Language;
import kz.zharshy.source.SourceText;
import kz.zharshy.source.UnreadableException;
import kz.zharshy.source.body.BodyBlocks;
import kz.zharshy.source.body.PlainText;
import kz.zharshy.source.reader.ArticleReader;
import kz.zharshy.source.reader.Reading;
import org.junit.jupiter.api.Test;

/** Articles are found on the pages of different systems. */
class WebPageTest {
  @Test
  void aPageOfWordPressIsReadFromItsStructuredDataAndContent() throws Exception {
    Draft draft =
        read("https://vesti.example.kz/2023/03/biblioteka/?utm_source=x", "wordpress.html");
    Content content = draft.content();
    assertThat(draft.externalId()).isEqualTo("https://vesti.example.kz/2023/03/biblioteka/");
    assertThat(draft.plan().channel()).isEqualTo("vesti_aula");
    assertThat(content.title()).isEqualTo("В Сарыбулаке открыли библиотеку");
    assertThat(content.section()).isEqualTo("Общество");
    assertThat(content.author()).isEqualTo("Анна Ким");
    assertThat(content.language()).isEqualTo(Language.RU);
    assertThat(content.publishedAt()).isEqualTo(Instant.parse("2023-03-05T03:07:00Z"));
    assertThat(content.summary()).isNull();
    assertThat(content.tags()).containsExactly("книги", "аул");
    assertThat(content.media())
        .containsExactly(
            Media.photo("https://vesti.example.kz/wp-content/uploads/lib.jpg", "Фото: Олег Пак"));
    assertThat(plain(content))
        .isEqualTo(
            """
            Первые читатели пришли утром. Их встретил хор ветеранов, который поёт в\u00a0селе двадцать лет.
            Книги для всех
            Библиотека насчитывает тысячу томов. Каталог есть на сайте.
            романы;
            сказки.
            Мы ждали этого десять лет.""");
    assertThat(content.body()).contains("href=\"https://vesti.example.kz/catalog?x=1\"");
  }

  @Test
  void whatStandsAroundTheTextOfANewsSiteIsNoneOfIt() throws Exception {
    String page =
        """
        <html lang=ru><head><meta property=og:title content='Цены на хлеб выросли - VESTI.KZ'></head>
        <body><article><h1>Цены на хлеб выросли</h1><time datetime='2026-11-26T10:00:00+05:00'>Сегодня, 10:00</time>
        <p>Автор: Айгерим Сеитова</p>
        <p>Хлеб подорожал на пять тенге. Об этом сообщает акимат.</p>
        <p>Новую цену назовут в мае.</p>
        <p><em>Больше новостей узнавайте в нашем <a href=https://t.me/vesti_aula>Telegram-канале</a>!</em></p>
        </article></body></html>""";
    Draft draft =
        one(new SourceText("https://vesti.example.kz/1", page.getBytes(StandardCharsets.UTF_8)));
    assertThat(draft.plan().channel()).isEqualTo("vesti_aula");
    assertThat(draft.content().title()).isEqualTo("Цены на хлеб выросли");
    assertThat(draft.content().author()).isEqualTo("Айгерим Сеитова");
    assertThat(draft.content().publishedAt()).isEqualTo(Instant.parse("2026-11-26T05:00:00Z"));
    assertThat(plain(draft.content()))
        .isEqualTo(
            """
            Хлеб подорожал на пять тенге. Об этом сообщает акимат.
            Новую цену назовут в мае.""");
  }

  @Test
  void linesThatOnlyLeadElsewhereAreNoneOfTheArticle() throws Exception {
    String page =
        """
        <html lang=ru><head><title>Школы</title></head><body><article><h1>Школы</h1>
        <p>В городе откроют три новые школы, их адреса уже назвали.</p>
        <p><b>Читайте также:</b> <a href=/2>Цены на хлеб выросли</a></p>
        <p>Читайте также <a href=/3>обзор школ</a>, его написал министр.</p>
        <blockquote class=instagram-media><a href=https://instagram.com/p/1>Посмотреть эту публикацию</a></blockquote>
        <p>Оқи отырыңыз: <a href=/4>Нан қымбаттады</a>, <a href=/5>Көпір ашылды</a></p>
        <p>Read also: the new law.</p>
        <p>Первая школа откроется в мае.</p>
        <p>Оригинал статьи: <a href=https://vesti.example.kz/1>https://vesti.example.kz/1</a></p>
        <p>Следите за новостями Vesti.kz в Telegram</p>
        <p>#Школы #Алматы #Білім_беру</p>
        </article></body></html>""";
    assertThat(
            plain(
                one(new SourceText(
                        "https://vesti.example.kz/1", page.getBytes(StandardCharsets.UTF_8)))
                    .content()))
        .isEqualTo(
            """
            В городе откроют три новые школы, их адреса уже назвали.
            Читайте также обзор школ, его написал министр.
            Read also: the new law.
            Первая школа откроется в мае.""");
  }

  @Test
  void structuredDataMayStandInASectionOfXhtml() throws Exception {
    String data = "{\"@type\":\"NewsArticle\",\"headline\":\"Көпір ашылды\"}";
    for (String script :
        List.of(
            data,
            "<![CDATA[" + data + "]]>",
            " //<![CDATA[\n" + data + "\n//]]> ",
            data.replace(",", "," + " ".repeat(500_000)))) {
      String page = "<html><script type=application/ld+json>" + script + "</script><p>Мәтін.</p>";
      Draft draft = one(new SourceText("https://a.kz/1", page.getBytes(StandardCharsets.UTF_8)));
      assertThat(draft.content().title()).isEqualTo("Көпір ашылды");
    }
  }

  @Test
  void aPageOfNothingButTagsIsRefused() {
    String page = "<h1>Школы</h1>" + "<p>a</p>".repeat(10_000);
    assertThatThrownBy(
            () -> one(new SourceText("https://a.kz/1", page.getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(UnreadableException.class)
        .hasMessage(
            "https://a.kz/1 has more than 20000 tags, and no article has so many. Save the"
                + " article's text, and add that.");
  }

  /** Where most of the prose stands is then not looked for, which would take half a minute. */
  @Test
  void aPageWithThousandsOfBlanksIsTakenAsAWhole() throws Exception {
    String page =
        "<h1>Школы</h1>"
            + "<link>\n".repeat(15_000)
            + "<div><p>Школы закрыты.</p></div><div>Мәзір</div>";
    SourceText source = new SourceText("https://a.kz/1", page.getBytes(StandardCharsets.UTF_8));
    assertThat(one(source).content().body())
        .isEqualTo("<div><p>Школы закрыты.</p></div><div>Мәзір</div>");
  }

  @Test
  void bylinesInBylinesAreReadWhereTheyAreShort() throws Exception {
    String page =
        "<h1>Школы</h1>"
            + "<div class=author><p>Школы закрыты сегодня.</p>".repeat(2_000)
            + "<p class=author>Айгүл Серікова</p>";
    SourceText source = new SourceText("https://a.kz/1", page.getBytes(StandardCharsets.UTF_8));
    assertThat(one(source).content().author()).isEqualTo("Айгүл Серікова");
  }

  @Test
  void aLinkStaysInTheLineOfItsWords() throws Exception {
    String words = "Министр рассказал, что в городе откроют три новые школы, и назвал их адреса. ";
    String page =
        "<html><head><title>Школы</title></head><body><div><h1>Школы</h1><p>%s</p><p>%s</p><div>%s Список школ есть <a href=https://a.kz/>на сайте</a> акимата.</div></div></body></html>"
            .formatted(words.repeat(5), words.repeat(5), words.repeat(5));
    Draft draft =
        one(new SourceText("https://vesti.example.kz/1", page.getBytes(StandardCharsets.UTF_8)));
    assertThat(plain(draft.content())).endsWith(" адреса. Список школ есть на сайте акимата.");
  }

  @Test
  void anOldPageOfLineBreaksInWindows1251IsRead() throws Exception {
    byte[] bytes =
        new String(bytes("bitrix.html"), StandardCharsets.UTF_8)
            .getBytes(Charset.forName("windows-1251"));
    Draft draft = one(new SourceText("https://rayon.example.kz/news/17/?ELEMENT=3#top", bytes));
    Content content = draft.content();
    assertThat(draft.externalId()).isEqualTo("https://rayon.example.kz/news/17/?ELEMENT=3");
    assertThat(draft.plan().channel()).isEqualTo("rayon_today");
    assertThat(content.title()).isEqualTo("Школа получила библиотеку");
    assertThat(content.section()).isEqualTo("Новости района");
    assertThat(content.author()).isEqualTo("Иван Орлов");
    assertThat(content.publishedAt()).isEqualTo(Instant.parse("2023-03-05T03:07:00Z"));
    assertThat(plain(content))
        .isEqualTo(
            """
            Школа в селе Заречном получила библиотеку. Книги собирали всем районом, сообщает отдел образования.
            На открытие пришли ученики, родители и учителя.
            — Теперь дети будут читать, — сказала директор.""");
  }

  @Test
  void aPageWithoutStructuredDataIsReadByWhatReadersSee() throws Exception {
    Draft draft = read("https://olke.example.kz/kk/news/7", "portal.html");
    Content content = draft.content();
    assertThat(draft.externalId()).isEqualTo("https://olke.example.kz/kk/news/7");
    assertThat(draft.plan().channel()).isEqualTo("olke_news");
    assertThat(content.title()).isEqualTo("«Жас түлек» форумы өтті");
    assertThat(content.author()).isEqualTo("Айгүл Нұрланова\nоблыстық газеттің тілшісі");
    assertThat(content.language()).isEqualTo(Language.KK);
    assertThat(content.media())
        .containsExactly(Media.photo("https://olke.example.kz/upload/forum.jpg", null));
    assertThat(plain(content))
        .startsWith("Облыс орталығында")
        .endsWith("бәрі айтты.")
        .doesNotContain("Басқа жаңалық");
  }

  @Test
  void proseIsFoundAmongNamelessDivisions() throws Exception {
    Content content = read("https://lib.example.org/7.html", "div-soup.html").content();
    assertThat(content.title()).isEqualTo("A village gets its library back");
    assertThat(content.author()).isEqualTo("John Smith");
    assertThat(plain(content))
        .startsWith("The village of Sarybulak")
        .endsWith("as long as they read.")
        .doesNotContain("Another story");
  }

  @Test
  void aSitesOwnSelectorsWin() throws Exception {
    SiteSelectors site =
        new SiteSelectors(
            "example.org", "#x2 h1", "#side", "#x2 > div", null, "#menu a", "li:first-child");
    Content content =
        new ArticleReader(Reading.ALMATY, List.of(site))
            .read(new SourceText("https://lib.example.org/7.html", bytes("div-soup.html")))
            .get(0)
            .content();
    assertThat(content.author()).isEqualTo("By John Smith");
    assertThat(content.section()).isEqualTo("One");
    assertThat(plain(content)).isEqualTo("Yet another");
  }

  @Test
  void aSelectorThatIsNoneIsRefusedAtOnce() {
    assertThatThrownBy(() -> new SiteSelectors("a.kz", "h1[", null, null, null, null, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("\"h1[\" is no CSS selector: ");
  }

  @Test
  void brokenStructuredDataIsLeftOut() {
    Content content =
        Reading.draft(
                "a.html",
                "<title>T</title><script type='application/ld+json'>{\"@type\": \"NewsArticle\","
                    + " \"headline\": </script><h1>Headline</h1><p>Text")
            .content();
    assertThat(content.title()).isEqualTo("Headline");
  }

  private static Draft read(String address, String file) throws Exception {
    return one(new SourceText(address, bytes(file)));
  }

  private static Draft one(SourceText source) throws UnreadableException {
    return new ArticleReader(Reading.ALMATY).read(source).get(0);
  }

  private static String plain(Content content) {
    return PlainText.of(new BodyBlocks().read(content.body(), content.bodyFormat()).blocks());
  }

  private static byte[] bytes(String file) throws IOException {
    try (InputStream in = WebPageTest.class.getResourceAsStream(file)) {
      return Objects.requireNonNull(in, file).readAllBytes();
    }
  }
}
