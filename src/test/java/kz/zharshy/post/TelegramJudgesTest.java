package kz.zharshy.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import kz.zharshy.TelegramParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Telegram's own parser leaves what we send as it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
final class TelegramJudgesTest {
  private TelegramParser telegram;

  @BeforeAll
  void loadTheParser() {
    telegram = TelegramParser.orSkip();
  }

  @ParameterizedTest
  @CsvSource({"false, 3, 5000", "true, 3, 5000", "false, 40, 100", "true, 40, 100"})
  void noPartOfARandomDocumentIsChanged(boolean nasty, int size, int count) {
    for (long seed = 0; seed < count; seed++) {
      PostTextBuilder out = new PostTextBuilder();
      new BlockWriter(out).write(new RandomDocuments(seed, nasty, size).next().blocks());
      for (MarkedText part : new Splitter(4096, 9, 100).split(out.postText(), 1000)) {
        assertUnchanged(seed, part, telegram.sent(part));
        assertUnchanged(seed, part, telegram.html(TelegramParser.asHtml(part)));
      }
    }
  }

  private static void assertUnchanged(long seed, MarkedText part, MarkedText telegrams) {
    assertThat(FirstDifference.between(telegrams.entities(), part.entities()))
        .as("seed %d", seed)
        .isEmpty();
    assertThat(telegrams.text()).as("seed %d", seed).isEqualTo(part.text());
  }

  @Test
  void everyCharacterOfAllPlanesIsLeftAsItWasCleaned() {
    for (int point = 1; point <= Character.MAX_CODE_POINT; point += 16) {
      StringBuilder text = new StringBuilder();
      for (int i = point; i < point + 16 && i <= Character.MAX_CODE_POINT; i++) {
        text.append('a').appendCodePoint(i);
      }
      MarkedText clean = new MarkedText(TextSanitizer.of(text.toString()), List.of());
      assertThat(telegram.sent(clean)).as("from U+%04X", point).isEqualTo(clean);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://news.kz",
        "HTTP://News.KZ/A",
        "https://news.kz?q=1",
        "https://news.kz#top",
        "https://news.kz:8080/a b",
        "https://жаңалық.қаз/Үй?қ=ә",
        "http://localhost/",
        "https://a..kz/",
        "ftp://news.kz/",
        "mailto:a@news.kz",
        "tel:+77001234567",
        "javascript:alert(1)",
        "//news.kz/",
        "https://news.kz:0/",
        "https://news.kz:65536/",
        "https://news.kz:/",
        "https:///news.kz",
        "https://news.kz\\a",
        "https://ne ws.kz/",
        "https://1.2/",
        "https://news.k/",
        "https://-a-.kz/",
        "https://news.kz/a\"b<c>",
        "https://news.kz/%zz",
        "https://a_b.kz/~x"
      })
  void linksAreKeptOrDroppedAsTelegramDoes(String address) {
    String link = "<a href=\"" + address.replace("\"", "&quot;") + "\">a</a>";
    Optional<String> telegrams =
        telegram.html(link).entities().stream().map(Entity::url).map(String::valueOf).findFirst();
    boolean web = address.regionMatches(true, 0, "http", 0, 4);
    assertThat(LinkAddress.of(address)).isEqualTo(web ? telegrams : Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Қоғам",
        "Үй-жай және құрылыс",
        "2019 жыл",
        "Ауыл шаруашылығы",
        "C++",
        "Мәдениет & өнер",
        "Sport 24/7",
        "e\u0301lections",
        "__a__",
        "«Ақ жол»"
      })
  void theTagOfASectionIsAHashtagFromEndToEnd(String section) {
    String tag = Hashtag.of(section).orElseThrow();
    assertThat(telegram.found(tag))
        .containsExactly(new Entity("hashtag", 0, tag.length(), null, null));
  }
}
