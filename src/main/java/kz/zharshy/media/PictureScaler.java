package kz.zharshy.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;

/**
 * A picture as Telegram takes it as a photo: at most 10 MB, width and height together at most
 * 10,000, one at most 20 times the other (core.telegram.org/bots/api#sendphoto).
 */
final class PictureScaler {
  static final long LARGEST = 10_000_000;

  private static final int LONGEST_SUM = 10_000;
  private static final int STEEPEST = 20;

  /** Telegram itself keeps no more of a photo than this, in pixels on its longer side. */
  private static final int SIDE = 2560;

  /** More pixels than any camera has would only cost memory. */
  private static final long MOST_PIXELS = 250_000_000;

  private static final float QUALITY = 0.9f;
  private static final Reason UPLOADED = Reason.of(ReasonCode.PICTURE_UPLOADED);
  private static final Set<String> PHOTOS = Set.of("jpeg", "png");

  private final Kind kind;
  private final byte[] bytes;
  private final String extension;
  private final Reason how;

  /** What can be made of some bytes. */
  enum Kind {
    PHOTO,
    /** A picture that can be sent as a file only. */
    DOCUMENT,
    NO_PICTURE
  }

  private PictureScaler(Kind kind, byte[] bytes, String extension, Reason how) {
    this.kind = kind;
    this.bytes = bytes;
    this.extension = extension;
    this.how = how;
  }

  /** What can be made of a picture's bytes, scaled where it must be. */
  static PictureScaler of(byte[] bytes) {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return unknown(bytes);
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        return of(bytes, reader);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      // Java's readers throw many things at a picture that is damaged or of an unusual kind.
      return new PictureScaler(Kind.DOCUMENT, bytes, "jpg", UPLOADED);
    }
  }

  Kind kind() {
    return kind;
  }

  byte[] bytes() {
    return bytes;
  }

  String extension() {
    return extension;
  }

  /** What was done, for an article's history. */
  Reason how() {
    return how;
  }

  boolean isScaled() {
    return how.code() == ReasonCode.PICTURE_SCALED;
  }

  /** Telegram reads WebP, which Java does not. */
  private static PictureScaler unknown(byte[] bytes) {
    boolean webp =
        bytes.length > 12
            && bytes[0] == 'R'
            && bytes[8] == 'W'
            && bytes[9] == 'E'
            && bytes[10] == 'B'
            && bytes[11] == 'P';
    return webp
        ? new PictureScaler(Kind.PHOTO, bytes, "webp", UPLOADED)
        : new PictureScaler(Kind.NO_PICTURE, bytes, "", UPLOADED);
  }

  private static PictureScaler of(byte[] bytes, ImageReader reader) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    String format = reader.getFormatName().toLowerCase(Locale.ROOT);
    String extension = format.equals("jpeg") ? "jpg" : format;
    boolean steep = Math.max(width, height) > STEEPEST * Math.min(width, height);
    if (steep || (long) width * height > MOST_PIXELS) {
      return new PictureScaler(Kind.DOCUMENT, bytes, extension, UPLOADED);
    }
    if (PHOTOS.contains(format) && bytes.length <= LARGEST && width + height <= LONGEST_SUM) {
      return new PictureScaler(Kind.PHOTO, bytes, extension, UPLOADED);
    }
    BufferedImage scaled = scaled(reader, Orientation.of(bytes));
    return new PictureScaler(
        Kind.PHOTO,
        jpeg(scaled),
        "jpg",
        Reason.of(ReasonCode.PICTURE_SCALED, scaled.getWidth() + "×" + scaled.getHeight()));
  }

  /** Leaves out rows and columns while reading, so that a huge picture needs little memory. */
  private static BufferedImage scaled(ImageReader reader, Orientation orientation)
      throws IOException {
    int longer = Math.max(reader.getWidth(0), reader.getHeight(0));
    int step = Math.max(1, longer / SIDE);
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(step, step, 0, 0);
    BufferedImage read = reader.read(0, param);
    double scale = Math.min(1, (double) SIDE / Math.max(read.getWidth(), read.getHeight()));
    int width = Math.max(1, (int) Math.round(read.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(read.getHeight() * scale));
    BufferedImage image =
        new BufferedImage(
            orientation.isSideways() ? height : width,
            orientation.isSideways() ? width : height,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.transform(orientation.upright(width, height));
      graphics.drawImage(read, 0, 0, width, height, null);
    } finally {
      graphics.dispose();
    }
    return image;
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
