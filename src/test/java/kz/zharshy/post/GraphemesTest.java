package kz.zharshy.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GraphemesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ә",
        "e\u0301",
        "й",
        "😀",
        "👍🏽",
        "👩‍👩‍👧‍👦",
        "🏳️‍🌈",
        "🇰🇿",
        "1️⃣",
        "नि",
        "한",
        "각",
        "a\u0300\u0301\u0302",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "❤️‍🔥",
        "👩🏾‍🚀",
        "ﷺ",
        "ก็"
      })
  void oneCharacterOfAReaderIsNeverTakenApart(String character) {
    assertThat(all("я" + character + "я")).containsExactly("я", character, "я");
  }

  @Test
  void flagsStandInPairs() {
    assertThat(all("🇰🇿🇰🇬🇺🇿")).containsExactly("🇰🇿", "🇰🇬", "🇺🇿");
  }

  @Test
  void aLineBreakTakesNoAccent() {
    assertThat(all("а\n\u0301б")).containsExactly("а", "\n", "\u0301", "б");
  }

  @Test
  void aHeapOfAccentsIsCutBeforeItIsTooLong() {
    List<String> parts = all("а" + "\u0301".repeat(1000));
    assertThat(parts).allMatch(part -> part.length() <= Graphemes.LONGEST);
    assertThat(String.join("", parts)).isEqualTo("а" + "\u0301".repeat(1000));
  }

  @Test
  void whatTheJdkKeepsTogetherStaysTogether() {
    List<String> letters =
        List.of(
            "а", " ", "1", "é", "\u0301", "\uFE0F", "\u200D", "😀", "👩", "🏽", "🇰", "🇿", "한",
            "\u1100", "\u1161", "\u11A8", "❤", "नि", "中", "a");
    Pattern cluster = Pattern.compile("\\X");
    Random random = new Random(7);
    for (int i = 0; i < 5000; i++) {
      StringBuilder text = new StringBuilder();
      IntStream.range(0, 12).forEach(j -> text.append(letters.get(random.nextInt(letters.size()))));
      List<Integer> ours = ends(all(text.toString()));
      List<String> jdks = cluster.matcher(text).results().map(MatchResult::group).toList();
      assertThat(ends(jdks)).as(text.toString()).containsAll(ours);
    }
  }

  private static List<Integer> ends(List<String> parts) {
    List<Integer> ends = new ArrayList<>();
    int at = 0;
    for (String part : parts) {
      at += part.length();
      ends.add(at);
    }
    return ends;
  }

  private static List<String> all(String text) {
    List<String> all = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int next = Graphemes.next(text, at);
      all.add(text.substring(at, next));
      at = next;
    }
    return all;
  }
}
