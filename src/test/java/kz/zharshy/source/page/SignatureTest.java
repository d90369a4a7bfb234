package kz.zharshy.source.page;

import static kz.zharshy.source.reader.Reading.page;
import static org.assertj.core.api.Assertions.assertThat;

import kz.zharshy.article.Draft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who signed the article, and who is only named in it. */
class SignatureTest {
  private static final String TOP =
      "News\n\nA library opens\n\nA library opens\n05.03.2023 09:07 3\n\n";
  private static final String BODY = "It has a thousand books.\n\nChildren came first.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Айгүл Нұрланова",
        "Мария Петрова-Водкина",
        "А. С. Пушкин",
        "А.С. Пушкин",
        "Ахметов Б. Қ.",
        "Серік Ахмет ұлы",
        "Ержан Бекұлы Төлегенов",
        "John O'Brien",
        "Mary Ann Smith",
        "Тимур ЖАНСЕИТОВ"
      })
  void aNameBelowTheTextIsTheAuthor(String name) {
    assertSigned(name, name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Автор: Айгүл Нұрланова|Айгүл Нұрланова",
        "Авторы — Айгүл Нұрланова|Айгүл Нұрланова",
        "By John Smith|John Smith",
        "Текст: Иван Орлов.|Иван Орлов",
        "Беседовала Анна Ким|Анна Ким",
        "Дайындаған: Ержан Бек|Ержан Бек",
        "Written by Mary Ann Smith|Mary Ann Smith"
      })
  void aLabelledNameIsTheAuthor(String line, String author) {
    assertSigned(line, author);
  }

  @Test
  void officesFollowTheName() {
    assertSigned(
        "Айгүл Нұрланова\n\nдиректор библиотеки села Сарыбулак\n\nчлен союза «Кітап»",
        "Айгүл Нұрланова\nдиректор библиотеки села Сарыбулак\nчлен союза «Кітап»");
  }

  @Test
  void aSurnameInCapitalsIsASignatureBelowAnyLine() {
    Draft draft = page(TOP + BODY + "\n\nТағы оқыңыз\n\nАйгерім САДЫҚОВА, Алматы\nФото автора");
    assertThat(draft.content().author()).isEqualTo("Айгерім САДЫҚОВА\nАлматы");
    assertThat(draft.content().body()).isEqualTo(BODY + "\n\nТағы оқыңыз\n\nФото автора");
  }

  @Test
  void aVerseThatEndsWithAShortWordIsFinished() {
    String verse = "Туған жерім – тұнығым,\nСенсің менің жырым мен.";
    Draft draft = page(TOP + verse + "\n\nЕржан Бекұлы\n");
    assertThat(draft.content().author()).isEqualTo("Ержан Бекұлы");
    assertThat(draft.content().body()).isEqualTo(verse);
  }

  @Test
  void aSignatureMayStandBelowADialogue() {
    String dialogue = "— Қай кітап ұнады? — Барлығы.";
    Draft draft = page(TOP + dialogue + "\n\nИван Орлов\n");
    assertThat(draft.content().author()).isEqualTo("Иван Орлов");
    assertThat(draft.content().body()).isEqualTo(dialogue);
  }

  @Test
  void theOfficeMayStandAboveTheName() {
    assertSigned(
        "Директор районной библиотеки\nчлен совета «Кітап»\nАйгүл Нұрланова",
        "Айгүл Нұрланова\nДиректор районной библиотеки\nчлен совета «Кітап»");
  }

  @Test
  void aDateBelowTheSignatureStaysInTheBody() {
    Draft draft = page(TOP + BODY + "\n\nИван Орлов\nучитель\n\n04.03.2023\n");
    assertThat(draft.content().author()).isEqualTo("Иван Орлов\nучитель");
    assertThat(draft.content().body()).isEqualTo(BODY + "\n\n04.03.2023");
  }

  @Test
  void officesMayStandInTheBlockOfTheName() {
    assertSigned(
        "Айгүл Нұрланова\nПредседатель совета\nобщественного объединения \"Кітап\"",
        "Айгүл Нұрланова\nПредседатель совета\nобщественного объединения \"Кітап\"");
  }

  @Test
  void nameAndOfficeInOneLineAreParted() {
    assertSigned(
        "Иван Орлов, директор школы, посёлок Заречный",
        "Иван Орлов\nдиректор школы, посёлок Заречный");
  }

  @Test
  void aSignatureMayStandBelowTheShareLine() {
    Draft draft = page(TOP + BODY + "\n\nShare:\n\nИван Орлов\nдиректор школы\n");
    assertThat(draft.content().author()).isEqualTo("Иван Орлов\nдиректор школы");
    assertThat(draft.content().body()).isEqualTo(BODY);
  }

  @Test
  void aNameInCapitalsCountsWhereTheHeadlineHasIt() {
    Draft draft =
        page("Тимур Жансеитов: книги ждут\n05.03.2023\n\n" + BODY + "\n\nТИМУР ЖАНСЕИТОВ\n");
    assertThat(draft.content().author()).isEqualTo("ТИМУР ЖАНСЕИТОВ");
    assertThat(draft.content().body()).isEqualTo(BODY);
  }

  @Test
  void aBylineAboveTheTextIsTheAuthor() {
    Draft draft = page(TOP + "By John Smith\n\n" + BODY);
    assertThat(draft.content().author()).isEqualTo("John Smith");
    assertThat(draft.content().body()).isEqualTo(BODY);
  }

  @Test
  void aPictureCreditBelowTheSignatureStaysInTheBody() {
    Draft draft = page(TOP + BODY + "\n\nИван Орлов\nучитель\n\nФото: Анна Ким\n\nShare:");
    assertThat(draft.content().author()).isEqualTo("Иван Орлов\nучитель");
    assertThat(draft.content().body()).isEqualTo(BODY + "\n\nФото: Анна Ким");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Фото: Анна Ким",
        "Продолжение следует",
        "Нұр-Сұлтан",
        "Пресс-служба акимата",
        "Happy New Year",
        "Үздіктер:\n\nАсан Үсенов\n\nДинара Серік",
        "Асан Үсенов\n\nДинара Серік\n\nИван Орлов",
        "- Асан Үсенов\n- Динара Серік",
        "1. Асан Үсенов\n2. Динара Серік",
        "«Книга – лучший друг».\n\nАбай Құнанбайұлы",
        "«Кітап – алтын қазына»\nАбай Құнанбайұлы",
        "– Абай Құнанбайұлы",
        "aul@example.kz",
        "Тел. 8 (727) 123-45-67"
      })
  void otherShortLinesStayInTheBody(String last) {
    Draft draft = page(TOP + BODY + "\n\n" + last + "\n\nShare:\n");
    assertThat(draft.content().author()).isNull();
    assertThat(draft.content().body()).isEqualTo(BODY + "\n\n" + last);
  }

  private static void assertSigned(String signature, String author) {
    Draft draft = page(TOP + BODY + "\n\n" + signature + "\n\nShare:\n");
    assertThat(draft.content().author()).isEqualTo(author);
    assertThat(draft.content().body()).isEqualTo(BODY);
  }
}
