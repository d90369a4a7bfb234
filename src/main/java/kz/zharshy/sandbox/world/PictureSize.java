package kz.zharshy.sandbox.world;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** How large a picture is, in pixels. */
public record PictureSize(int width, int height) {
  private static final int LONGEST_SUM = 10_000;
  private static final int STEEPEST = 20;

  /** Reads the size from the file's header; empty if it is not a picture. */
  public static Optional<PictureSize> of(byte[] bytes) {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        return Optional.of(new PictureSize(reader.getWidth(0), reader.getHeight(0)));
      } finally {
        reader.dispose();
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether Telegram takes a photo of this size. */
  public boolean isAllowed() {
    return width + height <= LONGEST_SUM
        && Math.max(width, height) <= STEEPEST * Math.min(width, height);
  }

  /**
   * A stand-in for a picture whose address is not fetched: a sky, so that it looks like a picture.
   */
  public static byte[] placeholder() {
    BufferedImage sky = new BufferedImage(400, 225, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < sky.getHeight(); y++) {
      int red = 0x5b + (0xe8 - 0x5b) * y / sky.getHeight();
      int green = 0x9b + (0xb8 - 0x9b) * y / sky.getHeight();
      int blue = 0xd5 + (0x8c - 0xd5) * y / sky.getHeight();
      for (int x = 0; x < sky.getWidth(); x++) {
        sky.setRGB(x, y, red << 16 | green << 8 | blue);
      }
    }
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(sky, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
