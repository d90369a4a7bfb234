package kz.zharshy.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * What a picture says of itself before its first pixel. It is read by us and not by Java's readers,
 * which believe each length that they find there.
 *
 * @param pixelBytes what a pixel takes when it is decoded
 * @param workBytes what decoding takes besides the pixels, however few of them are wanted; {@link
 *     #BEYOND} where that has no bound, or nobody knows it
 */
public record PictureHeader(Kind kind, int width, int height, int pixelBytes, long workBytes) {
  static final long BEYOND = Long.MAX_VALUE;

  /** Of everything that stands before the pixels, such as colour profiles. */
  private static final long LARGEST_EXTRA = 4L << 20;

  /** A JPEG that is not told line by line is held by the decoder as a whole. */
  private static final long LARGEST_WHOLE_JPEG = 64L << 20;

  private static final long LARGEST_STRIP = 8L << 20;
  private static final int MOST_TIFF_FIELDS = 1000;

  /** The kinds that are known here. */
  public enum Kind {
    JPEG("jpg"),
    PNG("png"),
    GIF("gif"),
    BMP("bmp"),
    TIFF("tiff"),
    WEBP("webp");

    private final String extension;

    Kind(String extension) {
      this.extension = extension;
    }

    String extension() {
      return extension;
    }
  }

  public PictureHeader {
    if (width <= 0 || height <= 0) {
      throw new IllegalArgumentException("a picture of " + width + "×" + height);
    }
  }

  /**
   * The header of a file; empty where the file is no picture of a kind that is known.
   *
   * @throws IOException if the file cannot be read, or its header is damaged
   */
  public static Optional<PictureHeader> of(Path file) throws IOException {
    try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
      return of(in);
    } catch (EOFException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException("The picture's header is damaged.", e);
    }
  }

  long pixels() {
    return (long) width * height;
  }

  private static Optional<PictureHeader> of(ImageInputStream in) throws IOException {
    byte[] start = new byte[12];
    int length = Math.max(0, in.read(start));
    String magic = new String(start, 0, length, StandardCharsets.ISO_8859_1);
    in.seek(0);
    if (magic.startsWith("\u00FF\u00D8\u00FF")) {
      return Optional.of(jpeg(in));
    } else if (magic.startsWith("\u0089PNG\r\n\u001A\n")) {
      return Optional.of(png(in));
    } else if (magic.startsWith("GIF8")) {
      return Optional.of(gif(in));
    } else if (magic.startsWith("BM")) {
      return Optional.of(bmp(in));
    } else if (magic.startsWith("II*\0") || magic.startsWith("MM\0*")) {
      return Optional.of(tiff(in));
    }
    return magic.startsWith("RIFF") && magic.endsWith("WEBP")
        ? Optional.of(webp(in))
        : Optional.empty();
  }

  private static PictureHeader jpeg(ImageInputStream in) throws IOException {
    int[] size = new int[2];
    int components = 0;
    long coefficients = 0;
    boolean lines = false;
    in.seek(2);
    while (true) {
      int marker = marker(in);
      long next = in.getStreamPosition() + in.readUnsignedShort();
      if (marker == 0xDA) {
        // Several scans, each of one colour, are put together only when the last one is read.
        boolean interleaved = in.readUnsignedByte() == components;
        long work = lines && interleaved ? 0 : coefficients;
        return new PictureHeader(
            Kind.JPEG, size[0], size[1], components, work > LARGEST_WHOLE_JPEG ? BEYOND : work);
      }
      if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
        in.skipBytes(1);
        size[1] = in.readUnsignedShort();
        size[0] = in.readUnsignedShort();
        components = in.readUnsignedByte();
        lines = marker <= 0xC1;
        coefficients = coefficients(in, size, components);
      }
      in.seek(next);
    }
  }

  private static int marker(ImageInputStream in) throws IOException {
    int read = in.readUnsignedByte();
    while (read != 0xFF) {
      read = in.readUnsignedByte();
    }
    while (read == 0xFF) {
      read = in.readUnsignedByte();
    }
    return read;
  }

  /** Two bytes for each sample; colours have fewer samples than brightness. */
  private static long coefficients(ImageInputStream in, int[] size, int components)
      throws IOException {
    int samples = 0;
    int most = 1;
    for (int i = 0; i < components; i++) {
      in.skipBytes(1);
      int factors = in.readUnsignedByte();
      int area = Math.max(1, (factors >> 4) * (factors & 0xF));
      samples += area;
      most = Math.max(most, area);
      in.skipBytes(1);
    }
    return 2L * size[0] * size[1] * samples / most;
  }

  private static PictureHeader png(ImageInputStream in) throws IOException {
    in.seek(16);
    int width = in.readInt();
    int height = in.readInt();
    int depth = in.readUnsignedByte();
    int[] channels = {1, 0, 3, 1, 2, 0, 4};
    int pixel = Math.max(1, channels[in.readUnsignedByte()] * depth / 8);
    long work = 0;
    long at = 33;
    String name = "IHDR";
    while (!name.equals("IDAT")) {
      in.seek(at);
      long length = in.readUnsignedInt();
      byte[] read = new byte[4];
      in.readFully(read);
      name = new String(read, StandardCharsets.ISO_8859_1);
      work = length > LARGEST_EXTRA && !name.equals("IDAT") ? BEYOND : work;
      at += 12 + length;
    }
    return new PictureHeader(Kind.PNG, width, height, pixel, work);
  }

  /** Of the first picture in it, which may be smaller or larger than the screen it is for. */
  private static PictureHeader gif(ImageInputStream in) throws IOException {
    in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
    in.seek(10);
    int flags = in.readUnsignedByte();
    in.seek(13 + ((flags & 0x80) == 0 ? 0 : 3L << ((flags & 7) + 1)));
    while (true) {
      int block = in.readUnsignedByte();
      if (block == 0x2C) {
        in.skipBytes(4);
        long work = in.getStreamPosition() > LARGEST_EXTRA / 64 ? BEYOND : 0;
        return new PictureHeader(Kind.GIF, in.readUnsignedShort(), in.readUnsignedShort(), 1, work);
      }
      if (block != 0x21) {
        throw new IOException("a GIF without a picture");
      }
      in.skipBytes(1);
      for (int length = in.readUnsignedByte(); length > 0; length = in.readUnsignedByte()) {
        in.skipBytes(length);
      }
    }
  }

  private static PictureHeader bmp(ImageInputStream in) throws IOException {
    in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
    in.seek(10);
    long pixelsAt = in.readUnsignedInt();
    long headerSize = in.readUnsignedInt();
    boolean old = headerSize == 12;
    int width = old ? in.readUnsignedShort() : in.readInt();
    int height = old ? in.readUnsignedShort() : Math.abs(in.readInt());
    in.skipBytes(2);
    int bits = in.readUnsignedShort();
    boolean plain = old || (headerSize == 40 && in.readInt() == 0);
    long work = plain && pixelsAt < 4096 ? 0 : BEYOND;
    return new PictureHeader(Kind.BMP, width, height, Math.max(1, bits / 8), work);
  }

  private static PictureHeader tiff(ImageInputStream in) throws IOException {
    in.setByteOrder(in.read() == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    in.seek(4);
    in.seek(in.readUnsignedInt());
    int fields = Math.min(in.readUnsignedShort(), MOST_TIFF_FIELDS);
    TiffFields read = new TiffFields();
    for (int i = 0; i < fields; i++) {
      in.mark();
      read.take(in);
      in.reset();
      in.skipBytes(12);
    }
    return read.header();
  }

  private static PictureHeader webp(ImageInputStream in) throws IOException {
    in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
    in.seek(12);
    int kind = in.readInt();
    in.skipBytes(4);
    if (kind == 0x58385056) { // "VP8X"
      in.skipBytes(4);
      return webp(1 + unsigned24(in), 1 + unsigned24(in));
    } else if (kind == 0x4C385056) { // "VP8L"
      in.skipBytes(1);
      int sizes = in.readInt();
      return webp(1 + (sizes & 0x3FFF), 1 + (sizes >> 14 & 0x3FFF));
    }
    in.skipBytes(6);
    return webp(in.readUnsignedShort() & 0x3FFF, in.readUnsignedShort() & 0x3FFF);
  }

  private static PictureHeader webp(int width, int height) {
    return new PictureHeader(Kind.WEBP, width, height, 4, BEYOND);
  }

  private static int unsigned24(ImageInputStream in) throws IOException {
    return in.readUnsignedShort() | in.readUnsignedByte() << 16;
  }

  /** The fields of a TIFF that say how its pixels lie in the file. */
  private static final class TiffFields {
    private int width;
    private int height;
    private long bits = 1;
    private long samples = 1;
    private long compression = 1;
    private long rows = Integer.MAX_VALUE;
    private long tileWidth;
    private long tileHeight;
    private long packed;
    private long values;

    void take(ImageInputStream in) throws IOException {
      int tag = in.readUnsignedShort();
      int size = in.readUnsignedShort() == 3 ? 2 : 4;
      long count = in.readUnsignedInt();
      values += count * size;
      if (values > LARGEST_EXTRA || count == 0) {
        return;
      }
      if (count * size > 4) {
        in.seek(in.readUnsignedInt());
      }
      switch (tag) {
        case 256 -> width = (int) number(in, size);
        case 257 -> height = (int) number(in, size);
        case 258 -> bits = number(in, size);
        case 259 -> compression = number(in, size);
        case 277 -> samples = number(in, size);
        case 278 -> rows = number(in, size);
        case 322 -> tileWidth = number(in, size);
        case 323 -> tileHeight = number(in, size);
        case 279, 325 -> {
          for (long i = 0; i < count; i++) {
            packed = Math.max(packed, number(in, size));
          }
        }
        default -> {
          // It says nothing of the size.
        }
      }
    }

    private static long number(ImageInputStream in, int size) throws IOException {
      return size == 2 ? in.readUnsignedShort() : in.readUnsignedInt();
    }

    /** Each strip, or tile, is unpacked as a whole. A JPEG inside of it would be one of its own. */
    PictureHeader header() {
      boolean tiled = tileWidth > 0;
      long bytesOfPixel = Math.max(1, (bits * samples + 7) / 8);
      long strip =
          tiled ? tileWidth * tileHeight : width * Math.min(Math.max(rows, 1), (long) height);
      boolean known = compression != 6 && compression != 7 && values <= LARGEST_EXTRA;
      boolean bounded =
          known
              && bytesOfPixel <= 16
              && Math.max(strip, strip * bytesOfPixel) <= LARGEST_STRIP
              && packed <= LARGEST_STRIP;
      return new PictureHeader(
          Kind.TIFF,
          width,
          height,
          (int) Math.min(16, bytesOfPixel),
          bounded ? 2 * strip * bytesOfPixel + packed : BEYOND);
    }
  }
}
