package kz.zharshy.sandbox.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.zharshy.TelegramParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The sandbox against Telegram's own parser: texts put together by chance out of pieces that
 * matter, always the same ones.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TelegramConformanceTest {
  private static final int TEXTS = 2000;

  private static final List<String> LETTERS =
      List.of(
          "a", "b", "сөз", "қаз", "😀", " ", "\n", "0", "é", "\r", "x y", "&", "<", ">", "\"",
          "\\");

  private static final List<String> HTML =
      List.of(
          "<b>",
          "</b>",
          "<i>",
          "</i>",
          "<u>",
          "</u>",
          "<s>",
          "</s>",
          "</>",
          "<a href=\"http://a.kz\">",
          "<a href='tg://user?id=7'>",
          "<a>",
          "</a>",
          "<pre>",
          "</pre>",
          "<code>",
          "</code>",
          "<code class=\"language-py\">",
          "<blockquote>",
          "<blockquote expandable>",
          "</blockquote>",
          "<span class=\"tg-spoiler\">",
          "</span>",
          "<tg-emoji emoji-id=\"5\">",
          "</tg-emoji>",
          "<tg-time unix=\"1700000000\" format=\"wDT\">",
          "<tg-time unix=5>",
          "</tg-time>",
          "&lt;",
          "&amp;",
          "&#60;",
          "&#x1F600;",
          "&nbsp;",
          "&lt",
          "<b ",
          "</strong >",
          "<a href=x.y>",
          "<x>",
          "<span>",
          "=",
          "/",
          "'",
          "&#0;",
          "<pre><code class=\"language-rb\">",
          "</code></pre>",
          "<b>a</b>",
          "<i>қ</i>",
          "<tg-time format=\"x\">",
          "<a href=\"mailto:a@b.kz\">a</a>");

  private static final List<String> MARKDOWN =
      List.of(
          "*",
          "_",
          "__",
          "~",
          "||",
          "|",
          "`",
          "```",
          "```py\n",
          "```\n",
          "[",
          "](http://a.kz)",
          "](tg://user?id=7)",
          "]",
          "(",
          "x)",
          "![",
          "](tg://emoji?id=5)",
          "](tg://time?unix=5&format=wd)",
          ">",
          "\n>",
          "\n",
          "\\*",
          "\\_",
          "\\",
          ".",
          "-",
          "!",
          "\\.",
          "||\n",
          "**>",
          "*a*",
          "_b_",
          "[t](a.kz)",
          "`c`",
          "**",
          "#",
          "\\\n>",
          "](a\\)b.kz)",
          "~~",
          "[qwerty.kz]");

  private static final List<String> FOUND =
      List.of(
          "@",
          "#",
          "$",
          "/",
          ".",
          ":",
          "http://",
          "https://",
          "tg://",
          "ton://",
          "ftp://",
          "mailto:",
          "a.kz",
          "example.com",
          "www.",
          "abcd",
          "тег",
          "қазақ",
          "USD",
          "start",
          "?",
          "=",
          "(",
          ")",
          "[",
          "]",
          "«",
          "»",
          ",",
          "!",
          "-",
          "_",
          "~",
          "+",
          "4242424242424242",
          "4242 4242 4242 4242",
          "127.0.0.1",
          ":80",
          ":99999",
          "\n",
          " ",
          " ",
          "😀",
          "сайт.рф",
          "Kz",
          "COM",
          "\u00a0",
          "1INCH",
          "@abc",
          "@abcd",
          "#a@abc",
          "x@y.kz",
          "/p/a?b=c#d",
          "tonsite://a.ton",
          "xn--p1ai",
          "..");

  private TelegramParser telegram;
  private Oracle oracle;

  @BeforeAll
  void load() {
    telegram = TelegramParser.orSkip();
    oracle = new Oracle(telegram);
  }

  @ParameterizedTest
  @EnumSource(ParseMode.class)
  void readsMarkupAsTelegramDoesOrRefusesItInTheSameWords(ParseMode mode) {
    List<String> marks = mode == ParseMode.HTML ? HTML : MARKDOWN;
    compare(
        new Random(11),
        marks,
        text -> outcome(() -> mode.parse(text)),
        text -> oracle.parsed(text, mode));
  }

  @Test
  void findsTheTagsAndAddressesThatTelegramFinds() {
    compare(
        new Random(12),
        FOUND,
        text -> outcome(() -> new FormattedText(text, TextRules.found(text))),
        oracle::found);
  }

  @Test
  void putsEntitiesInOrderAsTelegramDoes() {
    Random random = new Random(13);
    List<String> pieces =
        List.of(
            "a", "bc", "қ", "😀", " ", "\n", "\r", "\u202e", "\u0333", "\u200e", "\u200f", "\t",
            "def");
    for (int i = 0; i < TEXTS; i++) {
      String text = "x" + text(random, pieces, 12);
      List<Entity> entities = entities(random, text.length());
      assertThat(outcome(() -> kept(text, entities)))
          .as("%s with %s", text, entities)
          .isEqualTo(oracle.kept(text, entities));
    }
  }

  private static FormattedText kept(String text, List<Entity> entities) {
    FormattedText clean = TextCleaner.clean(text, EntityFixer.fix(entities));
    List<Entity> filled = clean.entities().stream().filter(each -> each.length() > 0).toList();
    return new FormattedText(clean.text(), EntityFixer.fix(filled));
  }

  private static List<Entity> entities(Random random, int length) {
    List<EntityType> types =
        List.of(
            EntityType.BOLD,
            EntityType.ITALIC,
            EntityType.UNDERLINE,
            EntityType.SPOILER,
            EntityType.BLOCKQUOTE,
            EntityType.EXPANDABLE_BLOCKQUOTE,
            EntityType.CODE,
            EntityType.PRE,
            EntityType.TEXT_LINK);
    List<Entity> entities = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      EntityType type = types.get(random.nextInt(types.size()));
      int offset = random.nextInt(length);
      int size = 1 + random.nextInt(length - offset + (random.nextInt(20) == 0 ? 1 : 0));
      String address = type == EntityType.TEXT_LINK ? "http://a.kz/" : "";
      entities.add(new Entity(type, offset, size, address, ""));
    }
    return entities;
  }

  private static void compare(
      Random random,
      List<String> marks,
      Function<String, String> ours,
      Function<String, String> theirs) {
    List<String> pieces = new ArrayList<>(LETTERS);
    pieces.addAll(marks);
    pieces.addAll(marks);
    for (int i = 0; i < TEXTS; i++) {
      String text = text(random, pieces, i % 2 == 0 ? 4 : 10);
      assertThat(ours.apply(text)).as("%s", text).isEqualTo(theirs.apply(text));
    }
  }

  private static String text(Random random, List<String> pieces, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(most); i > 0; i--) {
      text.append(pieces.get(random.nextInt(pieces.size())));
    }
    return text.toString();
  }

  private static String outcome(Supplier<FormattedText> work) {
    try {
      return ParseModeTest.describe(work.get());
    } catch (TextException e) {
      return "refused: " + e.words();
    }
  }
}
