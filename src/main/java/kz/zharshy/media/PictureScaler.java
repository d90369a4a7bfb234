package kz.zharshy.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.memory.MemoryBudget;

/**
 * A picture as Telegram takes it as a photo: at most 10 MB, width and height together at most
 * 10,000, one at most 20 times the other (core.telegram.org/bots/api#sendphoto). Its header tells
 * what can be done; what could be scaled only by holding all of its pixels is never decoded.
 */
final class PictureScaler {
  /**
   * How a camera was held, which a JPEG file says in its Exif data (tag 0x0112, CIPA DC-008). It
   * would be lost in scaling. Mirrored pictures, which no camera makes, are taken as they are.
   */
  private enum Orientation {
    UPRIGHT,
    UPSIDE_DOWN,
    LEFT,
    RIGHT;

    private static final int EXIF = 0xFFE1;
    private static final int PICTURE_DATA = 0xFFDA;
    private static final int TAG = 0x0112;

    static Orientation of(byte[] jpeg) {
      try {
        ByteBuffer in = ByteBuffer.wrap(jpeg);
        if (in.getShort() != (short) 0xFFD8) {
          return UPRIGHT;
        }
        int marker = in.getShort() & 0xFFFF;
        while (marker != PICTURE_DATA && marker > 0xFF00) {
          int next = in.position() + (in.getShort() & 0xFFFF);
          if (marker == EXIF && in.getInt() == 0x45786966) {
            return exif(in.position(in.position() + 2).slice());
          }
          marker = in.position(next).getShort() & 0xFFFF;
        }
      } catch (BufferUnderflowException | IllegalArgumentException e) {
        // A file that ends too early says nothing.
      }
      return UPRIGHT;
    }

    private static Orientation exif(ByteBuffer tiff) {
      tiff.order(tiff.getShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      tiff.position(tiff.position(4).getInt());
      for (int left = tiff.getShort(); left > 0; left--) {
        int entry = tiff.position();
        if ((tiff.getShort() & 0xFFFF) == TAG) {
          return ofValue(tiff.position(entry + 8).getShort());
        }
        tiff.position(entry + 12);
      }
      return UPRIGHT;
    }

    private static Orientation ofValue(int value) {
      return switch (value) {
        case 3 -> UPSIDE_DOWN;
        case 6 -> RIGHT;
        case 8 -> LEFT;
        default -> UPRIGHT;
      };
    }

    boolean isSideways() {
      return this == LEFT || this == RIGHT;
    }

    /** Turns a picture of this size, as it lies in the file, upright. */
    AffineTransform upright(int width, int height) {
      return switch (this) {
        case UPRIGHT -> new AffineTransform();
        case UPSIDE_DOWN -> new AffineTransform(-1, 0, 0, -1, width, height);
        case RIGHT -> new AffineTransform(0, 1, -1, 0, height, 0);
        case LEFT -> new AffineTransform(0, -1, 1, 0, 0, width);
      };
    }
  }

  static final long LARGEST = 10_000_000;

  private static final int LONGEST_SUM = 10_000;
  private static final int STEEPEST = 20;

  /** Telegram itself keeps no more of a photo than this, in pixels on its longer side. */
  private static final int SIDE = 2560;

  private static final long MOST_SCALED = 3L * SIDE * SIDE;

  /** Rows and columns are left out until what is decoded is no larger. */
  private static final long MOST_DECODED = 24L << 20;

  /** More pixels than any camera has; each of them costs time, also where it is left out. */
  private static final long MOST_PIXELS_OF_JPEG = 250_000_000;

  /** Other kinds take ten times as long as JPEG. */
  private static final long MOST_PIXELS = 100_000_000;

  private static final int EXIF_WITHIN = 256 * 1024;
  private static final float QUALITY = 0.9f;
  private static final Reason UPLOADED = Reason.of(ReasonCode.PICTURE_UPLOADED);

  /** One at a time: some decoders take memory that is not Java's. */
  private static final Object ONE_AT_A_TIME = new Object();

  private PictureScaler() {}

  /** What can be made of a file. */
  enum Kind {
    PHOTO,
    /** A picture that can be sent as a file only. */
    DOCUMENT,
    NO_PICTURE
  }

  /**
   * A picture made ready.
   *
   * @param file the file that was given, or where it was scaled the one to scale into
   * @param how what was done, for an article's history
   */
  record Result(Kind kind, Path file, String extension, Reason how) {
    boolean isScaled() {
      return how.code() == ReasonCode.PICTURE_SCALED;
    }
  }

  /**
   * What can be made of a picture, scaled where it must be.
   *
   * @param into takes the scaled picture
   */
  static Result of(Path picture, Path into) throws IOException {
    Optional<PictureHeader> header;
    try {
      header = PictureHeader.of(picture);
    } catch (IOException e) {
      return new Result(Kind.DOCUMENT, picture, "jpg", UPLOADED);
    }
    if (header.isEmpty()) {
      return new Result(Kind.NO_PICTURE, picture, "", UPLOADED);
    }
    Result asItIs = asItIs(picture, header.get());
    if (asItIs.kind() == Kind.PHOTO || !isScalable(header.get())) {
      return asItIs;
    }
    try {
      Reason how = scaled(picture, header.get(), into);
      return new Result(Kind.PHOTO, into, "jpg", how);
    } catch (IOException | RuntimeException e) {
      // Java's readers throw many things at a picture that is damaged or of an unusual kind.
      return asItIs;
    }
  }

  /** What Telegram has against a photo of this size in pixels; empty where nobody can tell. */
  static Optional<Reason> unfit(Path picture) {
    try {
      return PictureHeader.of(picture)
          .filter(header -> !isOfPhoto(header))
          .map(
              header ->
                  Reason.of(ReasonCode.PICTURE_DIMENSIONS, header.width() + "×" + header.height()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Result asItIs(Path picture, PictureHeader header) throws IOException {
    boolean taken =
        switch (header.kind()) {
          case JPEG, PNG, WEBP -> true;
          case GIF, BMP, TIFF -> false;
        };
    boolean fits = Files.size(picture) <= LARGEST && isOfPhoto(header);
    return new Result(
        taken && fits ? Kind.PHOTO : Kind.DOCUMENT, picture, header.kind().extension(), UPLOADED);
  }

  private static boolean isOfPhoto(PictureHeader header) {
    return (long) header.width() + header.height() <= LONGEST_SUM && !isSteep(header);
  }

  private static boolean isSteep(PictureHeader header) {
    int shorter = Math.min(header.width(), header.height());
    return Math.max(header.width(), header.height()) > (long) STEEPEST * shorter;
  }

  private static boolean isScalable(PictureHeader header) {
    boolean jpeg = header.kind() == PictureHeader.Kind.JPEG;
    return header.workBytes() != PictureHeader.BEYOND
        && !isSteep(header)
        && header.pixels() <= (jpeg ? MOST_PIXELS_OF_JPEG : MOST_PIXELS);
  }

  private static Reason scaled(Path picture, PictureHeader header, Path into) throws IOException {
    return MemoryBudget.OF_PROCESS.hold(
        MOST_DECODED + MOST_SCALED,
        () -> {
          synchronized (ONE_AT_A_TIME) {
            BufferedImage image = scaled(read(picture, header), orientation(picture));
            write(image, into);
            return Reason.of(ReasonCode.PICTURE_SCALED, image.getWidth() + "×" + image.getHeight());
          }
        });
  }

  /** Leaves out rows and columns while reading, so that a huge picture needs little memory. */
  private static BufferedImage read(Path picture, PictureHeader header) throws IOException {
    boolean inHeap = header.kind() != PictureHeader.Kind.JPEG;
    long room = MOST_DECODED - (inHeap ? header.workBytes() : 0);
    int step = Math.max(1, Math.max(header.width(), header.height()) / SIDE);
    while (decoded(header, step) > room) {
      step++;
    }
    try (ImageInputStream in = new FileImageInputStream(picture.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(header.kind().name());
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
      } finally {
        reader.dispose();
      }
    }
  }

  private static long decoded(PictureHeader header, int step) {
    long columns = (header.width() + step - 1L) / step;
    long rows = (header.height() + step - 1L) / step;
    return columns * rows * header.pixelBytes();
  }

  private static Orientation orientation(Path picture) throws IOException {
    try (InputStream in = Files.newInputStream(picture)) {
      return Orientation.of(in.readNBytes(EXIF_WITHIN));
    }
  }

  private static BufferedImage scaled(BufferedImage read, Orientation orientation) {
    double scale = Math.min(1, (double) SIDE / Math.max(read.getWidth(), read.getHeight()));
    int width = Math.max(1, (int) Math.round(read.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(read.getHeight() * scale));
    BufferedImage image =
        new BufferedImage(
            orientation.isSideways() ? height : width,
            orientation.isSideways() ? width : height,
            BufferedImage.TYPE_3BYTE_BGR);
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

  private static void write(BufferedImage image, Path into) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    Files.deleteIfExists(into);
    try (ImageOutputStream out = new FileImageOutputStream(into.toFile())) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
  }
}
