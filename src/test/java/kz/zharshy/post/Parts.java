package kz.zharshy.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import kz.zharshy.article.Block;
import kz.zharshy.article.Document;

/** What must hold for the parts of any document. */
final class Parts {
  static final int LIMIT = 4096;

  private Parts() {}

  /** The document, set but not cut. */
  static PostText postText(Document document) {
    PostTextBuilder out = new PostTextBuilder();
    new BlockWriter(out).write(document.blocks());
    return out.postText();
  }

  /** The parts of a galley, checked. */
  static List<MarkedText> checked(PostText postText, String name) {
    List<MarkedText> parts = new Splitter(LIMIT, 9, 100).split(postText, 1_000_000);
    assertThat(FirstDifference.between(together(parts), Covered.letters(whole(postText))))
        .as(name)
        .isEmpty();
    for (MarkedText part : parts) {
      assertThat(part.text().length()).as(name).isBetween(1, LIMIT);
      assertThat(part.entities()).as(name).hasSizeLessThanOrEqualTo(100);
      assertThat(Whitespace.strip(part.text())).as(name).isEqualTo(part.text());
      assertThat(EntityNormalizer.settle(part.text(), part.entities()))
          .as(name)
          .isEqualTo(part.entities());
    }
    return parts;
  }

  /** What a document says must stand in its galley, in its order; tables are set anew. */
  static void assertSaysAll(Document document, PostText postText, String name) {
    String set = bare(postText.text());
    int at = 0;
    for (String text : texts(document.blocks())) {
      String words = bare(TextSanitizer.of(text));
      int found = set.indexOf(words, at);
      assertThat(found).as("%s: %s after %d", name, words, at).isNotNegative();
      at = found + words.length();
    }
  }

  private static List<String> texts(List<Block> blocks) {
    List<String> texts = new ArrayList<>();
    Deque<Block> open = new ArrayDeque<>(blocks);
    while (!open.isEmpty()) {
      Block block = open.pop();
      if (!(block instanceof Block.Table)) {
        texts.addAll(
            LintText.texts(BlockWriter.inside(block).isEmpty() ? List.of(block) : List.of()));
      }
      BlockWriter.inside(block).forEach(open::push);
    }
    return texts;
  }

  /** Without white space and what has no width, which may go where two pieces meet. */
  private static String bare(String text) {
    StringBuilder bare = new StringBuilder();
    text.chars()
        .filter(c -> !Whitespace.isEmpty((char) c) && !TextSanitizer.isZeroWidth(c))
        .forEach(c -> bare.append((char) c));
    return bare.toString();
  }

  private static MarkedText whole(PostText postText) {
    return new MarkedText(
        postText.text(), EntityNormalizer.settle(postText.text(), postText.spans()));
  }

  private static List<String> together(List<MarkedText> parts) {
    List<String> letters = new ArrayList<>();
    parts.forEach(part -> letters.addAll(Covered.letters(part)));
    return letters;
  }
}
