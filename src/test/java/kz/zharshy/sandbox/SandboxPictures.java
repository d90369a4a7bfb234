package kz.zharshy.sandbox;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures with something to see in them. */
final class SandboxPictures {
  private SandboxPictures() {}

  /** A river between hills at dawn, as PNG. */
  static byte[] river(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D paint = image.createGraphics();
    paint.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    paint.setPaint(new GradientPaint(0, 0, new Color(0x6aa5d8), 0, height, new Color(0xf6c38b)));
    paint.fillRect(0, 0, width, height);
    paint.setPaint(new Color(0xfff3c9));
    paint.fillOval(width * 6 / 10, height * 3 / 10, height / 6, height / 6);
    hills(paint, new Color(0x7d8fb0), width, height, 45, 0);
    hills(paint, new Color(0x516b7e), width, height, 58, 90);
    paint.setPaint(
        new GradientPaint(0, height * 0.7f, new Color(0xe8b98a), 0, height, new Color(0x4d7fae)));
    paint.fillRect(0, height * 72 / 100, width, height);
    paint.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void hills(
      Graphics2D paint, Color color, int width, int height, int percent, int shift) {
    Polygon line = new Polygon();
    line.addPoint(0, height);
    for (int x = 0; x <= width; x += 4) {
      double wave = Math.sin((x + shift) / 47.0) * 0.06 + Math.sin((x + shift) / 19.0) * 0.02;
      line.addPoint(x, (int) (height * (percent / 100.0 + wave)));
    }
    line.addPoint(width, height);
    paint.setPaint(color);
    paint.fillPolygon(line);
  }
}
