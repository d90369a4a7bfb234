package kz.zharshy.chat.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import kz.zharshy.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReasonsTest {
  private final Reasons reasons = new Reasons(ZoneId.of("Asia/Almaty"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          part 1 of 2 | часть 1 из 2
          part 2 of 3: Bad Request: message is too long | часть 2 из 3: текст слишком длинный для Telegram
          as message 12 of tau_news | https://t.me/tau_news/12
          for 2026-11-22T10:00:00Z | на 22 ноября 2026, 15:00
          to the place of No. 7 | на место № 7
          Its time to go out ended at 2026-11-22T10:00:00Z. | срок выхода истёк: 22 ноября 2026, 15:00
          Bad Request: not enough rights to send text messages to the chat | у бота нет на это прав в канале
          Bad Request: need administrator rights in the channel chat | у бота нет на это прав в канале
          Forbidden: bot is not a member of the channel chat | бота в канале больше нет
          Bad Request: chat not found | Telegram не знает такого канала, или бота в нём нет
          Bad Request: PHOTO_INVALID_DIMENSIONS | Telegram не принимает снимок
          Bad Request: wrong file identifier/HTTP URL specified | Telegram не может загрузить снимок
          without the picture, as Telegram says: Bad Request: IMAGE_PROCESS_FAILED | без снимка: Telegram не принимает снимок
          with the picture scaled to 10×20, as Telegram says: Bad Request: PHOTO_INVALID_DIMENSIONS | снимок уменьшен до 10×20: Telegram не принимает снимок
          sendMessage had no answer within 20000 ms | Telegram не ответил вовремя
          sendMessage: java.net.ConnectException: Failed to connect | не было связи с Telegram
          HTTP 502 with an answer that is not the Bot API's | сбой на стороне Telegram (HTTP 502)
          Part 1 of 2 may or may not be in the channel. There is no log chat (bot.log-chat) in which the bot could look. | неизвестно, вышла ли часть 1 из 2. Нет служебного чата (bot.log-chat), в котором бот мог бы посмотреть.
          The queue refuses it: title must have at most 10000 characters. | в заголовке может быть не больше 10000 знаков
          The disk of the database /data/zharshy.db is full. Make space; nothing was changed. | диск переполнен. Освободите место
          story.doc is an old Word document. Save it in Word as .docx. | story.doc – документ старого Word. Сохраните его в Word как .docx.
          @tau_news: Forbidden: bot was kicked from the channel chat | @tau_news: бота в канале больше нет
          Telegram: sendMessage had no answer within 20000 ms | Telegram: Telegram не ответил вовремя
          "blah 9" is no rule. Write for example: mon-fri 9:00 18:00; spacing 10; quiet 23:00-7:00. | «blah 9» – не правило. Напишите, например: mon-fri 9:00 18:00; spacing 10; quiet 23:00-7:00.
          """)
  void aReasonIsSaidInThePersonsLanguage(String noted, String russian) {
    assertThat(reasons.in(Language.RU, noted)).isEqualTo(russian);
    assertThat(reasons.in(Language.KK, noted)).isNotEqualTo(noted);
  }

  @Test
  void kazakhAndEnglishSayTheSame() {
    String noted = "part 1 of 2: Bad Request: not enough rights to send photos to the chat";

    assertThat(reasons.in(Language.KK, noted))
        .isEqualTo("2 бөліктің 1-бөлігі: боттың арнада бұған құқығы жоқ");
    assertThat(reasons.in(Language.EN, noted))
        .isEqualTo("part 1 of 2: the bot has no right to do that in the channel");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bad Request: nope", "", "Z", "2026Z", "{0} {n}", "(((", "Көпір"})
  void whatIsNotKnownStaysAsItIs(String noted) {
    for (Language language : Language.values()) {
      assertThat(reasons.in(language, noted)).isEqualTo(noted);
    }
  }

  @Test
  void aReasonWithinAReasonEndsSomewhere() {
    String noted = "Telegram says: ".repeat(1000) + "x";

    assertThat(reasons.in(Language.RU, noted)).endsWith("x");
  }
}
