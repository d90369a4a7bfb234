package kz.zharshy.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import kz.zharshy.article.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for the parts of any document. */
final class RandomPostsTest {
  private static final int LIMIT = 4096;

  @ParameterizedTest
  @CsvSource({"false, 3, 5000", "true, 3, 5000", "false, 60, 100", "true, 60, 100"})
  void partsAreWithinTheLimitsAndPutTogetherGiveTheDocument(boolean nasty, int size, int count) {
    for (long seed = 0; seed < count; seed++) {
      Galley galley = galley(new RandomDocuments(seed, nasty, size).next());
      List<MarkedText> parts = new Splitter(LIMIT, 9, 100).split(galley, 1000);
      assertThat(FirstDifference.between(together(parts), Covered.letters(whole(galley))))
          .as("seed %d", seed)
          .isEmpty();
      for (MarkedText part : parts) {
        assertThat(part.text().length()).as("seed %d", seed).isBetween(1, LIMIT);
        assertThat(part.entities()).as("seed %d", seed).hasSizeLessThanOrEqualTo(100);
        assertThat(White.strip(part.text())).as("seed %d", seed).isEqualTo(part.text());
        assertThat(Spans.settle(part.text(), part.entities()))
            .as("seed %d", seed)
            .isEqualTo(part.entities());
      }
    }
  }

  private static Galley galley(Document document) {
    GalleyWriter out = new GalleyWriter();
    new BlockWriter(out).write(document.blocks());
    return out.galley();
  }

  private static MarkedText whole(Galley galley) {
    return new MarkedText(galley.text(), Spans.settle(galley.text(), galley.spans()));
  }

  private static List<String> together(List<MarkedText> parts) {
    List<String> letters = new ArrayList<>();
    parts.forEach(part -> letters.addAll(Covered.letters(part)));
    return letters;
  }
}
