package kz.zharshy.sandbox.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TextRulesTest {
  @Test
  void findsWhatTelegramMakesTappable() {
    assertThat(keep("#қар @zharshy_bot /start $KZT site.kz a@b.kz"))
        .isEqualTo(
            "#қар @zharshy_bot /start $KZT site.kz a@b.kz | HASHTAG 0+4, MENTION 5+12,"
                + " BOT_COMMAND 18+6, CASHTAG 25+4, URL 30+7, EMAIL 38+6");
  }

  @Test
  void takesNoWordBehindAFullStopForAnAddress() {
    assertThat(keep("Снег выпал.Дороги закрыты.Info"))
        .isEqualTo("Снег выпал.Дороги закрыты.Info | ");
  }

  @Test
  void endsAnAddressBeforeABracketThatItDidNotOpen() {
    assertThat(keep("(см. site.kz/a_(b))")).isEqualTo("(см. site.kz/a_(b)) | URL 5+13");
  }

  @Test
  void trimsAndMovesEntitiesWithTheirLetters() {
    assertThat(keep("  \r\nab\u202e c ", Entity.of(EntityType.BOLD, 4, 5)))
        .isEqualTo("ab c | BOLD 0+4");
  }

  @Test
  void cutsStylesAtTheBordersOfLinks() {
    assertThat(
            keep(
                "one two three",
                Entity.of(EntityType.BOLD, 0, 9),
                new Entity(EntityType.TEXT_LINK, 4, 9, "http://site.kz/", "")))
        .isEqualTo("one two three | BOLD 0+4, TEXT_LINK 4+9 http://site.kz/, BOLD 4+5");
  }

  @Test
  void joinsStylesThatTouch() {
    assertThat(keep("abcd", Entity.of(EntityType.BOLD, 0, 2), Entity.of(EntityType.BOLD, 2, 2)))
        .isEqualTo("abcd | BOLD 0+4");
  }

  @Test
  void keepsNothingOfATextWithoutLetters() {
    assertThat(keep(" \n\u200b\u00a0")).isEqualTo(" | ");
  }

  @Test
  void keepsAHundredEntities() {
    List<Entity> many = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      many.add(Entity.of(EntityType.BOLD, 2 * i, 1));
    }
    assertThat(TextRules.keep("x ".repeat(120), many).entities()).hasSize(100);
  }

  @Test
  void refusesEntitiesOutsideTheTextAndInsideALetter() {
    assertRefused(
        "қар",
        1,
        9,
        "Entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 10");
    assertRefused("қар", 4, 1, "Entity begins after the end of the text at UTF-16 offset 4");
    assertRefused("😀a", 1, 2, "Entity begins in a middle of a UTF-16 symbol at byte offset 4");
    assertRefused("қар", -1, 2, "Receive an entity with incorrect offset -1");
  }

  private static void assertRefused(String text, int offset, int length, String words) {
    assertThatThrownBy(() -> keep(text, Entity.of(EntityType.BOLD, offset, length)))
        .isInstanceOf(TextException.class)
        .hasMessage(words);
  }

  private static String keep(String text, Entity... entities) {
    return ParseModeTest.describe(TextRules.keep(text, List.of(entities)));
  }
}
