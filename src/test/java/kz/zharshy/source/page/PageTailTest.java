package kz.zharshy.source.page;

import static kz.zharshy.source.reader.Reading.page;
import static org.assertj.core.api.Assertions.assertThat;

import kz.zharshy.article.Draft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands below the body of a page's text, and what only looks like it. */
class PageTailTest {
  private static final String TOP =
      "News\n\nA library opens\n\nA library opens\n05.03.2023 09:07 3\n\n";
  private static final String BODY = "It has a thousand books.\n\nChildren came first.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Share:\nTelegram Subscribe to our Telegram channel and be the first to know the news!",
        "Поделиться:\nTelegram Подписывайтесь на наш Telegram-канал и узнавайте новости первыми!",
        "Бөлісу:\nTelegram-каналымызға жазылыңыз және жаңалықтарды бірінші болып біліңіз!",
        "Share:",
        "Share",
        "Share: Facebook Twitter Telegram WhatsApp",
        "Share:\nFacebook\nTwitter\nTelegram\nWhatsApp",
        "Поделиться в соцсетях:\n\nВКонтакте\nTelegram",
        "Поделитесь с друзьями!",
        "Достарыңызбен бөлісіңіз:",
        "Telegram\nSubscribe to our Telegram channel and be the first to know the news!\n\nShare:",
        "Subscribe to our Telegram channel and be the first to know the news!",
        "Подпишитесь на наш Телеграм-канал",
        "Біздің Telegram арнамызға жазылып, жаңалықтарды бірінші болып біліңіз!",
        "Читайте нас в Telegram: https://t.me/aul_news",
        "Следите за новостями Vesti.kz в Telegram",
        "📲 Follow us on Telegram @aul_news",
        "Share:\n\nTelegram Subscribe to our Telegram channel!\nhttps://t.me/aul_news"
      })
  void shareLinesAndInvitationsAreTakenOff(String tail) {
    assertThat(page(TOP + BODY + "\n\n" + tail + "\n").content().body()).isEqualTo(BODY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Share:\nTelegram Subscribe to our Telegram channel! https://t.me/aul_news",
        "Telegram Подписывайтесь на наш Telegram-канал t.me/aul_news/\nПоделиться:",
        "Біздің Telegram-арнамызға жазылыңыз: @aul_news",
        "[Subscribe to our Telegram channel](https://t.me/aul_news)",
        "<a href=\"https://t.me/aul_news\">Subscribe to our Telegram channel</a>",
        "Subscribe to our Telegram channel and be the first to know the news!\nhttps://t.me/aul_news"
      })
  void theInvitationNamesTheChannel(String tail) {
    Draft draft = page(TOP + BODY + "\n\n" + tail + "\n");
    assertThat(draft.plan().channel()).isEqualTo("aul_news");
    assertThat(draft.content().body()).isEqualTo(BODY);
  }

  @Test
  void aShareLineAndAnInvitationBetweenParagraphsAreTakenOut() {
    Draft draft =
        page(
            TOP
                + "It has a thousand books.\n\nShare:\n\n"
                + "Telegram Subscribe to our Telegram channel and be the first to know the news!\n\n"
                + "Children came first.");
    assertThat(draft.content().body()).isEqualTo(BODY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Share the book with a neighbour, the librarian says.",
        "«Подписывайтесь на наш Telegram-канал», – говорилось в письме мошенников.",
        "Telegram",
        "Telegram арналары туралы заң қабылданды.",
        "Министр написал об этом в Telegram.",
        "Share prices fell by 4.5 percent.",
        "Поделиться впечатлениями пришли сорок человек.",
        "Жаңалықпен бөлісу үшін ауыл тұрғындары жиналды.",
        "Конец.",
        "Продолжение следует…",
        "Приятного чтения!",
        "https://t.me/aul_news",
        "1132",
        "05.03.2023"
      })
  void whatOnlyLooksLikeFurnitureStays(String last) {
    Draft draft = page(TOP + BODY + "\n\n" + last + "\n\nShare:\n");
    assertThat(draft.content().body()).isEqualTo(BODY + "\n\n" + last);
    assertThat(draft.content().author()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Читайте также: В ауле открыли мост",
        "👉 Оқи отырыңыз: Ауылда көпір ашылды",
        "Read also: Who built the bridge?"
      })
  void linesThatOnlyNameAnotherArticleAreNoneOfIt(String line) {
    Draft draft = page(TOP + "It has a thousand books.\n\n" + line + "\n\nChildren came first.");
    assertThat(draft.content().body()).isEqualTo(BODY);
    assertThat(page(TOP + BODY + "\n\n" + line + "\n\nShare:\n").content().body()).isEqualTo(BODY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Читайте также книги о степи, советует библиотекарь.",
        "Читайте также: так называется новая рубрика газеты.",
        "«Оқи отырыңыз: бұл – сіздің кітапханаңыз», – деді ол.",
        "Read also",
        "#1 in the region, and #2 in the country."
      })
  void aSentenceThatBeginsLikeThemStays(String line) {
    assertThat(page(TOP + BODY + "\n\n" + line).content().body()).isEqualTo(BODY + "\n\n" + line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#ауыл, #жаңа_кітапхана",
        "#ауыл #жаңа_кітапхана\n\nShare:\nTelegram Subscribe to our Telegram channel!",
        "Share:\n\n#ауыл\n#жаңа_кітапхана"
      })
  void hashtagsBelowTheTextAreItsKeywords(String tail) {
    Draft draft = page(TOP + BODY + "\n\n" + tail);
    assertThat(draft.content().body()).isEqualTo(BODY);
    assertThat(draft.content().tags()).containsExactly("ауыл", "жаңа_кітапхана");
  }

  @Test
  void anInvitationToTwoChannelsChoosesNone() {
    Draft draft = page(TOP + BODY + "\n\nSubscribe to our Telegram: @aul_news, @aul_sport\n");
    assertThat(draft.plan().channel()).isNull();
    assertThat(draft.content().body()).isEqualTo(BODY);
  }
}
