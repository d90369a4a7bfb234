package kz.zharshy.chat.editor.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Writes in capitals that are strokes of this program's own: servers have no fonts, and Java's text
 * fails where the machine cannot list any. Immutable.
 */
final class StrokeFont {
  private static final double HEIGHT = 6;
  private static final double SPACE = 1.8;
  private static final double BLANK = 2.4;
  private static final double STROKE = 0.95;

  /** Those that look like a Latin letter, and the Latin letters that they look like. */
  private static final String CYRILLIC = "АВЕКМНОРСТХІ";

  private static final String LATIN = "ABEKMHOPCTXI";

  private record Letter(double width, Path2D strokes) {}

  private final Map<Character, Letter> letters;

  private StrokeFont(Map<Character, Letter> letters) {
    this.letters = letters;
  }

  static StrokeFont load() {
    Map<Character, Letter> letters = new HashMap<>();
    try (InputStream file = StrokeFont.class.getResourceAsStream("letters.txt");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] parts = line.split(" ", 3);
          Letter letter = new Letter(Double.parseDouble(parts[1]), strokes(parts[2]));
          letters.put(parts[0].charAt(0), letter);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (int i = 0; i < CYRILLIC.length(); i++) {
      letters.put(CYRILLIC.charAt(i), Objects.requireNonNull(letters.get(LATIN.charAt(i))));
    }
    return new StrokeFont(Map.copyOf(letters));
  }

  private static Path2D strokes(String words) {
    Path2D path = new Path2D.Double();
    for (String word : words.split(" ", -1)) {
      boolean straight = Character.isDigit(word.charAt(0)) || word.charAt(0) == '-';
      char pen = straight ? 'L' : word.charAt(0);
      String[] at = (straight ? word : word.substring(1)).split(",", -1);
      double x = Double.parseDouble(at[0]);
      double y = Double.parseDouble(at[1]);
      switch (pen) {
        case 'M' -> path.moveTo(x, y);
        case 'Q' -> path.quadTo(x, y, Double.parseDouble(at[2]), Double.parseDouble(at[3]));
        default -> path.lineTo(x, y);
      }
    }
    return path;
  }

  /** How wide a text gets whose letters are so high. */
  double width(String text, double height) {
    double width = 0;
    for (char each : text.toUpperCase(Locale.ROOT).toCharArray()) {
      width += advance(each);
    }
    return Math.max(0, width - SPACE) * height / HEIGHT;
  }

  /** Writes a text from the left end of its line on; what is no letter leaves a gap. */
  void write(Graphics2D canvas, String text, double x, double line, double height) {
    double scale = height / HEIGHT;
    canvas.setStroke(
        new BasicStroke((float) (STROKE * scale), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    double at = x;
    for (char each : text.toUpperCase(Locale.ROOT).toCharArray()) {
      Letter letter = letters.get(each);
      if (letter != null) {
        AffineTransform place = AffineTransform.getTranslateInstance(at, line - height);
        place.scale(scale, scale);
        canvas.draw(place.createTransformedShape(letter.strokes()));
      }
      at += advance(each) * scale;
    }
  }

  private double advance(char each) {
    Letter letter = letters.get(each);
    return letter == null ? BLANK : letter.width() + SPACE;
  }
}
