package kz.zharshy.chat.editor.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import kz.zharshy.chat.editor.chart.Chart.Series;
import kz.zharshy.chat.editor.chart.ChartPicture.Scale;
import kz.zharshy.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ChartPictureTest {
  private static final int GROUND = 0xFF17212B;
  private static final int BAR = 0xFF4FA3E0;
  private static final int BEST = 0xFFFFC24B;

  private final ChartPicture picture = new ChartPicture();

  @Test
  void aBarIsAsHighAsItsValueAndTheHighestStandsOut() throws IOException {
    BufferedImage image = drawn(List.of(50L, 100L, 0L));

    assertThat(image.getWidth()).isEqualTo(1080);
    assertThat(height(image, 0, BAR)).isCloseTo(height(image, 1, BEST) / 2, within(2));
    assertThat(height(image, 2, BAR)).isZero();
    assertThat(image.getColorModel().hasAlpha()).isFalse();
    assertThat(image.getRGB(2, 2)).isEqualTo(GROUND);
  }

  @Test
  void whereNothingIsCountedThereIsNoBar() throws IOException {
    BufferedImage image = drawn(Collections.nCopies(30, 0L));

    for (int bar = 0; bar < 30; bar++) {
      assertThat(height(image, bar, 30, BAR) + height(image, bar, 30, BEST)).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "2, 2", "3, 4", "7, 8", "9, 10", "11, 20", "99, 100", "12345, 20000"})
  void theScaleEndsAtTheNextRoundNumber(long highest, long top) {
    assertThat(Scale.of(highest).top()).isEqualTo(top);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLetterThatAChartNeedsCanBeDrawn(Language language) throws IOException {
    Set<Character> known =
        Files.readAllLines(Path.of("src/main/resources/kz/zharshy/chat/editor/chart/letters.txt"))
            .stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.charAt(0))
            .collect(Collectors.toSet());
    "АВЕКМНОРСТХІ ".chars().forEach(each -> known.add((char) each));
    Properties phrases = new Properties();
    try (Reader file =
        Files.newBufferedReader(
            Path.of(
                "src/main/resources/kz/zharshy/chat/editor/phrases_%s.properties"
                    .formatted(language.code())))) {
      phrases.load(file);
    }
    StringBuilder needed = new StringBuilder("0123456789.KM");
    for (String key : phrases.stringPropertyNames()) {
      if (key.startsWith("chart.")) {
        needed.append(phrases.getProperty(key).toUpperCase(Locale.ROOT));
      }
    }

    assertThat(needed.chars().mapToObj(each -> (char) each).filter(each -> !known.contains(each)))
        .isEmpty();
  }

  private BufferedImage drawn(List<Long> values) throws IOException {
    List<String> labels = values.stream().map(Object::toString).toList();
    byte[] png =
        picture.png(
            new Chart(
                labels, List.of(new Series("Reactions", values), new Series("Посты", values))));
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static int height(BufferedImage image, int bar, int colour) {
    return height(image, bar, 3, colour);
  }

  /** How many pixels of a colour stand above one another in the middle of a bar. */
  private static int height(BufferedImage image, int bar, int bars, int colour) {
    int x = (int) (110 + (1080 - 48 - 110) / (double) bars * (bar + 0.5));
    int pixels = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      pixels += image.getRGB(x, y) == colour ? 1 : 0;
    }
    return pixels;
  }
}
