package kz.zharshy.post;

import kz.zharshy.article.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
final class RandomPostsTest {
  @ParameterizedTest
  @CsvSource({"false, 3, 5000", "true, 3, 5000", "false, 60, 100", "true, 60, 100"})
  void partsAreWithinTheLimitsAndPutTogetherGiveTheDocument(boolean nasty, int size, int count) {
    for (long seed = 0; seed < count; seed++) {
      Document document = new RandomDocuments(seed, nasty, size).next();
      PostText postText = Parts.postText(document);
      Parts.checked(postText, "seed " + seed);
      if (!nasty) {
        Parts.assertSaysAll(document, postText, "seed " + seed);
      }
    }
  }
}
