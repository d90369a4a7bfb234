package kz.zharshy.source.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A footer names the channel and says the sentence for readers. */
class SubscribeFooterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://t.me/aul_news",
        "http://t.me/aul_news",
        "HTTPS://T.ME/aul_news",
        "https://www.t.me/aul_news",
        "t.me/aul_news",
        "//t.me/aul_news",
        "https://telegram.me/aul_news",
        "telegram.dog/aul_news",
        "https://t.me/s/aul_news",
        "https://t.me/aul_news/",
        "https://t.me/aul_news/1234",
        "https://t.me/aul_news?utm_source=site",
        "https://aul_news.t.me",
        "@aul_news",
        "tg://resolve?domain=aul_news",
        "tg://resolve?start=1&domain=aul_news",
        "Subscribe (t.me/aul_news)!",
        "«@aul_news».",
        "[our channel](https://t.me/aul_news)",
        "[our channel]( <https://t.me/aul_news> \"News\")",
        "<a class=tg href=\"https://t.me/aul_news\">our channel</a>",
        "<a href='tg://resolve?domain=aul_news'>our channel</a>",
        "@aul_news, https://t.me/aul_news, t.me/AUL_NEWS"
      })
  void aChannelIsFoundInEveryNotation(String text) {
    assertThat(SubscribeFooter.channelsIn(text)).containsExactly("aul_news");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://t.me/+AbCdEfGh123",
        "https://t.me/joinchat/AbCdEfGh123",
        "https://t.me/c/1234567/8",
        "https://t.me/share/url?url=https://t.me/aul_news",
        "https://t.me/addstickers/Kitaplar",
        "https://t.me/proxy?server=example",
        "editor@example.kz",
        "news@aul_news",
        "@abc",
        "@1news",
        "@abcdefghijklmnopqrstuvwxyzabcdefg",
        "@example.kz",
        "https://example.kz/@aul_news",
        "https://nott.me/aul_news",
        "t.me/",
        "Subscribe to our Telegram channel!"
      })
  void whatIsNoChannelsNameIsLeftAlone(String text) {
    assertThat(SubscribeFooter.channelsIn(text)).isEmpty();
  }

  @Test
  void severalChannelsKeepTheirOrder() {
    assertThat(SubscribeFooter.channelsIn("@aul_sport or t.me/aul_news or @AUL_SPORT"))
        .containsExactly("aul_sport", "aul_news");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Telegram Subscribe to our Telegram channel and be the first to know the news!"
            + " https://t.me/aul_news|Subscribe to our Telegram channel and be the first to know"
            + " the news!",
        "Telegram Подписывайтесь на наш Telegram-канал и узнавайте новости первыми!"
            + " @aul_news|Подписывайтесь на наш Telegram-канал и узнавайте новости первыми!",
        "Telegram-каналымызға жазылыңыз! t.me/aul_news|Telegram-каналымызға жазылыңыз!",
        "Telegram: Біздің арнаға жазылыңыз – t.me/aul_news|Біздің арнаға жазылыңыз",
        "Telegram канал редакции: @aul_news|Telegram канал редакции",
        "[Subscribe to our channel](https://t.me/aul_news)|Subscribe to our channel",
        "<p><a href=\"https://t.me/aul_news\">Subscribe to <b>our</b> channel</a></p>|Subscribe to"
            + " our channel",
        "Подпишитесь на [наш канал](https://t.me/aul_news) и читайте!|Подпишитесь на наш канал и"
            + " читайте!",
        "Подпишитесь на https://t.me/aul_news и читайте!|Подпишитесь на @aul_news и читайте!",
        "Читайте нас на t.me/aul_news|Читайте нас на @aul_news",
        "Follow us (@aul_news)!|Follow us!",
        "Follow   us on Telegram\\nhttps://t.me/aul_news|Follow us on Telegram",
        "https://t.me/aul_news|@aul_news",
        "Telegram https://t.me/aul_news|Telegram @aul_news"
      })
  void theSentenceForReadersHasNeitherLabelNorAddress(String footer, String sentence) {
    assertThat(SubscribeFooter.parse(footer.replace("\\n", "\n")))
        .isEqualTo(new SubscribeFooter(sentence, "aul_news"));
  }

  @Test
  void aFooterWithoutAChannelIsRefused() {
    assertThatThrownBy(() -> SubscribeFooter.parse("Subscribe to our Telegram channel!"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The footer names no channel. Put the channel's address into it, such as"
                + " https://t.me/example_news or @example_news.");
  }

  @Test
  void aFooterWithTwoChannelsIsRefused() {
    assertThatThrownBy(() -> SubscribeFooter.parse("Join @aul_news and @aul_sport"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The footer names more than one channel (aul_news, aul_sport). Leave only the one that"
                + " articles are to go to.");
  }
}
