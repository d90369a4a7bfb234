package kz.zharshy.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class EntityNormalizerTest {
  private static final String TEXT = "one two three four";

  @Test
  void entitiesOfOneKindThatTouchAreJoined() {
    assertThat(settle(bold(0, 4), bold(4, 3))).containsExactly(bold(0, 7));
  }

  @Test
  void linksThatTouchAreJoinedOnlyIfTheyLeadToOnePlace() {
    assertThat(
            settle(
                link(0, 4, "https://a.kz/"),
                link(4, 3, "https://a.kz/"),
                link(7, 3, "https://b.kz/")))
        .containsExactly(link(0, 7, "https://a.kz/"), link(8, 2, "https://b.kz/"));
  }

  @Test
  void whiteSpaceAtTheEdgesIsNotMarked() {
    assertThat(settle(bold(3, 5), new Entity("italic", 7, 1, null, null)))
        .containsExactly(bold(4, 3));
  }

  @Test
  void boldIsCutWhereALinkBeginsAndEnds() {
    assertThat(settle(bold(0, 13), link(4, 3, "https://a.kz/")))
        .containsExactly(bold(0, 3), link(4, 3, "https://a.kz/"), bold(4, 3), bold(8, 5));
  }

  @Test
  void nothingIsBoldInCode() {
    Entity code = new Entity("code", 4, 3, null, null);
    assertThat(settle(bold(0, 13), code)).containsExactly(bold(0, 3), code, bold(8, 5));
  }

  @Test
  void aQuoteStandsBeforeWhatItHolds() {
    Entity quote = new Entity("blockquote", 0, 18, null, null);
    assertThat(settle(bold(0, 18), quote)).containsExactly(quote, bold(0, 18));
  }

  @Test
  void overlappingMarksAreCutWhereTheLaterOneBegins() {
    Entity italic = new Entity("italic", 4, 9, null, null);
    assertThat(settle(bold(0, 7), italic)).containsExactly(bold(0, 3), italic, bold(4, 3));
  }

  @Test
  void anEntityBeyondTheTextIsClipped() {
    assertThat(settle(bold(14, 100))).containsExactly(bold(14, 4));
  }

  private static List<Entity> settle(Entity... spans) {
    return EntityNormalizer.settle(TEXT, List.of(spans));
  }

  private static Entity bold(int offset, int length) {
    return new Entity("bold", offset, length, null, null);
  }

  private static Entity link(int offset, int length, @Nullable String url) {
    return new Entity("text_link", offset, length, url, null);
  }
}
