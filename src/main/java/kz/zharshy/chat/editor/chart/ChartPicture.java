package kz.zharshy.chat.editor.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import kz.zharshy.chat.editor.chart.Chart.Series;

/**
 * A chart as a PNG, of a size that a phone shows across its whole width. Its ground is dark and not
 * transparent, so that it reads alike on light and on dark. Safe for use by several threads.
 */
public final class ChartPicture {
  /** The scale beside the bars: from 0 to a round number that no bar exceeds. */
  record Scale(long top) {
    static Scale of(long highest) {
      long unit = 1;
      while (unit * 10 < highest) {
        unit *= 10;
      }
      for (long step : new long[] {1, 2, 4, 6, 8, 10}) {
        if (unit * step >= highest) {
          return new Scale(unit * step);
        }
      }
      return new Scale(highest);
    }

    /** The number in the middle; the same as the top where there is no whole one. */
    long middle() {
      return top % 2 == 0 ? top / 2 : top;
    }

    double share(long value) {
      return (double) value / top;
    }
  }

  private static final int WIDTH = 1080;
  private static final int HEIGHT = 810;
  private static final int MARGIN = 48;
  private static final int AXIS = 110;
  private static final int HEADING = 116;
  private static final int FOOT = 84;

  /** Of the letters, in pixels; a phone shows a third of it. */
  private static final int LARGE = 30;

  private static final int SMALL = 24;
  private static final Color GROUND = new Color(0x17212B);
  private static final Color LINE = new Color(0x2F3D4B);
  private static final Color WORDS = new Color(0xF2F5F8);
  private static final Color NUMBERS = new Color(0x9FB0C0);
  private static final List<Color> BARS = List.of(new Color(0x4FA3E0), new Color(0x5FBF8F));
  private static final List<Color> BEST = List.of(new Color(0xFFC24B), new Color(0x9BE3BD));

  private final StrokeFont letters = StrokeFont.load();

  /** Where a row of bars is drawn. */
  private record Panel(double top, double bottom) {
    double height() {
      return bottom - top;
    }
  }

  public byte[] png(Chart chart) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    try {
      canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      canvas.setColor(GROUND);
      canvas.fillRect(0, 0, WIDTH, HEIGHT);
      draw(canvas, chart);
    } finally {
      canvas.dispose();
    }
    return encoded(image);
  }

  private static byte[] encoded(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // By itself ImageIO would want a file to write into for the time being.
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image, "png", out)) {
        throw new IllegalStateException("This Java writes no PNG.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The first row of bars gets twice the height of each of the others. */
  private void draw(Graphics2D canvas, Chart chart) {
    int shares = chart.series().size() + 1;
    double share = (HEIGHT - FOOT) / (double) shares;
    double top = 0;
    for (int i = 0; i < chart.series().size(); i++) {
      double bottom = top + share * (i == 0 ? 2 : 1);
      draw(canvas, chart.series().get(i), i, new Panel(top + HEADING, bottom));
      top = bottom;
    }
    labels(canvas, chart.labels(), top + SMALL * 2);
  }

  private void draw(Graphics2D canvas, Series series, int number, Panel panel) {
    double heading = panel.top() - SMALL - 14;
    canvas.setColor(WORDS);
    letters.write(canvas, series.name(), MARGIN, heading, LARGE);
    rightAligned(canvas, number(series.sum()), WIDTH - MARGIN, heading, LARGE);
    Scale scale = Scale.of(series.highest());
    line(canvas, panel, 0, 0);
    line(canvas, panel, scale.share(scale.middle()), scale.middle());
    line(canvas, panel, 1, scale.top());
    bars(canvas, series, number % BARS.size(), scale, panel);
  }

  private void line(Graphics2D canvas, Panel panel, double share, long value) {
    double y = panel.bottom() - panel.height() * share;
    canvas.setColor(LINE);
    canvas.setStroke(new BasicStroke(2));
    canvas.draw(new Line2D.Double(AXIS, y, WIDTH - MARGIN, y));
    canvas.setColor(NUMBERS);
    rightAligned(canvas, number(value), AXIS - 16, y + SMALL / 2.0, SMALL);
  }

  private void bars(Graphics2D canvas, Series series, int colour, Scale scale, Panel panel) {
    double step = step(series.values().size());
    double width = Math.min(step * 0.66, 90);
    for (int i = 0; i < series.values().size(); i++) {
      long value = series.values().get(i);
      if (value > 0) {
        double height = Math.max(5, panel.height() * scale.share(value));
        double x = AXIS + step * (i + 0.5) - width / 2;
        boolean best = value == series.highest();
        canvas.setColor((best ? BEST : BARS).get(colour));
        canvas.fill(new RoundRectangle2D.Double(x, panel.bottom() - height, width, height, 8, 8));
      }
    }
  }

  /** As many as have room beside one another. */
  private void labels(Graphics2D canvas, List<String> labels, double line) {
    double step = step(labels.size());
    double widest = labels.stream().mapToDouble(it -> letters.width(it, SMALL)).max().orElse(0);
    int each = (int) Math.max(1, Math.ceil((widest + SMALL / 2.0) / step));
    canvas.setColor(NUMBERS);
    for (int i = 0; i < labels.size(); i += each) {
      double centre = AXIS + step * (i + 0.5);
      String label = labels.get(i);
      letters.write(canvas, label, centre - letters.width(label, SMALL) / 2, line, SMALL);
    }
  }

  private static double step(int bars) {
    return (WIDTH - MARGIN - AXIS) / (double) bars;
  }

  private void rightAligned(
      Graphics2D canvas, String text, double right, double line, double height) {
    letters.write(canvas, text, right - letters.width(text, height), line, height);
  }

  /** Short enough to stand beside a line: 9999, 12K, 1.2M. */
  private static String number(long value) {
    if (value >= 1_000_000) {
      return String.format(Locale.ROOT, "%.1fM", value / 1_000_000.0);
    }
    return value >= 10_000
        ? String.format(Locale.ROOT, "%.0fK", value / 1000.0)
        : Long.toString(value);
  }
}
