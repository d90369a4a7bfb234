package kz.zharshy.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kz.zharshy.article.Content;
import kz.zharshy.article.Document;
import kz.zharshy.source.body.BodyBlocks;
import kz.zharshy.source.message.MessageReader;
import kz.zharshy.source.message.MessageText;
import org.junit.jupiter.api.Test;

/** What an editor typed in Telegram comes out in the channel as it was typed. */
final class EditorsFormattingTest {
  private static final List<String> WORDS =
      List.of(
          "Қар",
          "жауды",
          "<b>снег</b>",
          "&amp;",
          "👩‍👩‍👧",
          "🇰🇿",
          "\"a\"",
          "x<y",
          "é",
          "1.",
          "- a",
          "#");
  private static final List<String> INLINE =
      List.of("bold", "italic", "underline", "strikethrough", "spoiler", "code", "text_link");
  private static final List<String> BLOCKS = List.of("blockquote", "expandable_blockquote", "pre");

  @Test
  void formattingInsideOfParagraphsComesOutToTheCharacter() {
    for (long seed = 0; seed < 3000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      List<Entity> entities = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(4); i++) {
        text.append(i == 0 ? "" : "\n\n");
        int from = text.length();
        text.append(words(random, 1 + random.nextInt(12), " ", "  ", "\n"));
        entities.addAll(entities(random, INLINE, text.toString(), from, text.length()));
      }
      MarkedText typed = canonical(text.toString(), entities);
      assertThat(posted(typed)).as("seed %d", seed).isEqualTo(typed);
    }
  }

  @Test
  void everyLetterKeepsWhateverLiesOverIt() {
    for (long seed = 0; seed < 3000; seed++) {
      Random random = new Random(seed);
      String text = words(random, 1 + random.nextInt(30), " ", "\n", "\n\n", "\n\n\n", "  ");
      List<Entity> entities = entities(random, INLINE, text, 0, text.length());
      entities.addAll(entities(random, BLOCKS, text, 0, text.length()));
      MarkedText typed = canonical(text, entities);
      assertThat(FirstDifference.between(Covered.letters(posted(typed)), Covered.letters(typed)))
          .as("seed %d", seed)
          .isEmpty();
    }
  }

  @Test
  void aFoldedQuotationStaysFolded() {
    MarkedText typed =
        new MarkedText(
            "Басы\n\nбірінші\n\nекінші",
            List.of(new Entity("expandable_blockquote", 6, 15, null, null)));
    assertThat(posted(typed)).isEqualTo(typed);
  }

  private static MarkedText posted(MarkedText typed) {
    List<MessageText.Entity> entities =
        typed.entities().stream()
            .map(
                e ->
                    new MessageText.Entity(e.type(), e.offset(), e.length(), e.url(), e.language()))
            .toList();
    Content stored = new MessageReader().content("A", new MessageText(typed.text(), entities));
    Document body = new BodyBlocks().read(stored.body(), stored.bodyFormat());
    PostTextBuilder out = new PostTextBuilder();
    new BlockWriter(out).write(body.blocks());
    return canonical(out.postText().text(), out.postText().spans());
  }

  private static MarkedText canonical(String text, List<Entity> entities) {
    return new MarkedText(text, EntityNormalizer.settle(text, entities));
  }

  private static String words(Random random, int count, String... gaps) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : gaps[random.nextInt(gaps.length)]);
      text.append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return text.toString();
  }

  private static List<Entity> entities(
      Random random, List<String> types, String text, int from, int to) {
    List<Entity> entities = new ArrayList<>();
    for (int i = 0; i < random.nextInt(6); i++) {
      String type = types.get(random.nextInt(types.size()));
      int start = whole(text, from + random.nextInt(to - from));
      int end = whole(text, start + 2 + random.nextInt(to - start));
      String url =
          type.equals("text_link") ? "https://example.kz/?a=1&b=" + random.nextInt(3) : null;
      String language = type.equals("pre") && random.nextBoolean() ? "java" : null;
      entities.add(new Entity(type, start, end - start, url, language));
    }
    return entities;
  }

  /** Telegram refuses what takes a pair of surrogates apart. */
  private static int whole(String text, int at) {
    boolean apart = at < text.length() && Character.isLowSurrogate(text.charAt(at));
    return Math.min(apart ? at - 1 : at, text.length());
  }
}
