package kz.zharshy.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SplitterTest {
  private static final String SENTENCE = "Бұл күні қалада жаңа мектеп ашылды, деді А. С. Сәтбаев. ";

  private final Splitter splitter = new Splitter(4096, 9, 100);

  @Test
  void aTextThatFitsIsOnePart() {
    assertThat(split("ж".repeat(4096))).containsExactly("ж".repeat(4096));
  }

  @Test
  void partsEndBetweenParagraphs() {
    String paragraph = SENTENCE.repeat(10).strip();
    String text =
        String.join(
            "\n\n",
            List.of(
                paragraph, paragraph, paragraph, paragraph, paragraph, paragraph, paragraph,
                paragraph, paragraph, paragraph));
    assertThat(split(text))
        .allMatch(part -> part.endsWith(paragraph) && part.startsWith(paragraph));
  }

  @Test
  void aParagraphThatIsTooLongIsCutBetweenSentences() {
    List<String> parts = split(SENTENCE.repeat(100).strip());
    assertThat(parts)
        .hasSize(2)
        .allMatch(part -> part.startsWith("Бұл") && part.endsWith("Сәтбаев."));
  }

  @Test
  void aSentenceThatIsTooLongIsCutBetweenWords() {
    List<String> parts = split("құрылыс ".repeat(1000).strip());
    assertThat(parts)
        .hasSize(2)
        .allMatch(part -> part.startsWith("құрылыс") && part.endsWith("құрылыс"));
  }

  @Test
  void aWordThatIsTooLongIsCutBetweenCharacters() {
    String family = "👩‍👩‍👧‍👦";
    List<String> parts = split(family.repeat(1000));
    assertThat(parts).hasSize(3).allMatch(part -> part.length() % family.length() == 0);
  }

  @Test
  void partsAreBalanced() {
    String paragraph = SENTENCE.repeat(4).strip();
    String text =
        IntStream.range(0, 20).mapToObj(i -> paragraph).collect(Collectors.joining("\n\n"));
    assertThat(text).hasSizeGreaterThan(4096).hasSizeLessThan(4700);
    assertThat(split(text)).hasSize(2).allMatch(part -> part.length() > 2000);
  }

  @Test
  void noLastPartIsOfOneLine() {
    String text = SENTENCE.repeat(72).strip() + "\n\n" + SENTENCE.repeat(2).strip();
    List<String> parts = split(text);
    assertThat(parts).hasSize(2).allMatch(part -> part.length() > 1500);
  }

  @Test
  void aHeadingStaysWithWhatFollows() {
    String before = SENTENCE.repeat(40).strip();
    String after = SENTENCE.repeat(45).strip();
    String text = before + "\n\nТарау\n\n" + after;
    BitSet heads = new BitSet();
    heads.set(before.length() + "\n\nТарау".length());
    PostText postText = new PostText(text, List.of(), heads, text.length());
    assertThat(splitter.split(postText, 30))
        .extracting(MarkedText::text)
        .containsExactly(before, "Тарау\n\n" + after);
  }

  @Test
  void whatStandsUnderTheArticleIsNeverAloneOrApart() {
    String tail = "Автор\n\n30 желтоқсан\n\nЖазылыңыз!";
    String body = SENTENCE.repeat(73).strip();
    String text = body + "\n\n" + tail;
    PostText postText = new PostText(text, List.of(), new BitSet(), body.length() + 2);
    List<MarkedText> parts = splitter.split(postText, 30);
    assertThat(parts).hasSize(2);
    assertThat(parts.get(1).text()).startsWith("Бұл").endsWith("\n\n" + tail);
  }

  @Test
  void aLinkIsNotCutWhereThatCanBeAvoided() {
    String text = "сөз ".repeat(500) + "сілтеме ".repeat(30) + "сөз ".repeat(700).strip();
    Entity link = new Entity("text_link", 2000, 30 * 8 - 1, "https://news.kz/", null);
    List<MarkedText> parts = splitter.split(PostText.of(new MarkedText(text, List.of(link))), 30);
    assertThat(parts).hasSize(2);
    assertThat(parts).flatExtracting(MarkedText::entities).hasSize(1);
  }

  @Test
  void anEntityThatSpansPartsIsCarriedOn() {
    String text = SENTENCE.repeat(100).strip();
    Entity italic = new Entity("italic", 0, text.length(), null, null);
    List<MarkedText> parts = splitter.split(PostText.of(new MarkedText(text, List.of(italic))), 30);
    assertThat(parts)
        .hasSize(2)
        .allMatch(
            part ->
                part.entities()
                    .equals(List.of(new Entity("italic", 0, part.text().length(), null, null))));
  }

  @Test
  void aTextWithTooManyEntitiesIsCutEarlier() {
    String text = "сөз ".repeat(250).strip();
    List<Entity> bold = new ArrayList<>();
    IntStream.range(0, 250).forEach(i -> bold.add(new Entity("bold", i * 4, 3, null, null)));
    List<MarkedText> parts = splitter.split(PostText.of(new MarkedText(text, bold)), 30);
    assertThat(parts).hasSize(3).allMatch(part -> part.entities().size() <= 100);
    assertThat(parts).flatExtracting(MarkedText::entities).hasSize(250);
  }

  @Test
  void messagesAreSavedWhereTheArticleWouldElseBeTooLong() {
    String paragraph = SENTENCE.repeat(38).strip();
    String text =
        IntStream.range(0, 10).mapToObj(i -> paragraph).collect(Collectors.joining("\n\n"));
    PostText postText = PostText.of(new MarkedText(text, List.of()));
    assertThat(splitter.split(postText, 30)).hasSize(10);
    assertThat(splitter.split(postText, 6)).hasSize(6);
  }

  @Test
  void aMegabyteIsCutWithoutLosingALetter() {
    String text = (SENTENCE.repeat(6) + "\n\n").repeat(1600).strip();
    String together = String.join("", split(text));
    assertThat(together.replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
  }

  private List<String> split(String text) {
    return splitter.split(PostText.of(new MarkedText(text, List.of())), 1000).stream()
        .map(MarkedText::text)
        .toList();
  }
}
