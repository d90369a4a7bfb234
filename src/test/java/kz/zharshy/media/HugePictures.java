package kz.zharshy.media;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Pictures of one colour, small as files and of as many pixels as wanted. They are written as a
 * stream, so that whoever makes them needs no memory.
 */
public final class HugePictures {
  private static final byte[] NOTHING = new byte[1 << 16];

  private HugePictures() {}

  /** Writes one kind of picture. */
  public interface Writer {
    void write(Path file, int width, int height) throws IOException;
  }

  /** RGB in one strip, compressed by Deflate. */
  public static void tiff(Path file, int width, int height) throws IOException {
    byte[] strip = deflated(3L * width * height);
    int[][] entries = {
      {256, 4, 1, width},
      {257, 4, 1, height},
      {258, 3, 1, 8},
      {259, 3, 1, 8},
      {262, 3, 1, 2},
      {273, 4, 1, 8},
      {277, 3, 1, 3},
      {278, 4, 1, height},
      {279, 4, 1, strip.length}
    };
    ByteBuffer tiff =
        ByteBuffer.allocate(8 + strip.length + 2 + 12 * entries.length + 4)
            .order(ByteOrder.LITTLE_ENDIAN);
    tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8 + strip.length).put(strip);
    tiff.putShort((short) entries.length);
    for (int[] entry : entries) {
      tiff.putShort((short) entry[0]).putShort((short) entry[1]).putInt(entry[2]).putInt(entry[3]);
    }
    Files.write(file, tiff.array());
  }

  /** RGB, row by row. */
  public static void png(Path file, int width, int height) throws IOException {
    png(file, width, height, 0, height * (1 + 3L * width));
  }

  /** RGB in the seven passes of Adam7. */
  public static void interlacedPng(Path file, int width, int height) throws IOException {
    int[][] passes = {
      {0, 0, 8, 8},
      {4, 0, 8, 8},
      {0, 4, 4, 8},
      {2, 0, 4, 4},
      {0, 2, 2, 4},
      {1, 0, 2, 2},
      {0, 1, 1, 2}
    };
    long bytes = 0;
    for (int[] pass : passes) {
      long columns = (width - pass[0] + pass[2] - 1L) / pass[2];
      long rows = (height - pass[1] + pass[3] - 1L) / pass[3];
      bytes += rows * (1 + 3 * columns);
    }
    png(file, width, height, 1, bytes);
  }

  private static void png(Path file, int width, int height, int interlace, long bytes)
      throws IOException {
    try (DataOutputStream out = out(file)) {
      out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
      ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
      header.put((byte) 8).put((byte) 2).put((byte) 0).put((byte) 0).put((byte) interlace);
      chunk(out, "IHDR", header.array());
      chunk(out, "IDAT", deflated(bytes));
      chunk(out, "IEND", new byte[0]);
    }
  }

  private static void chunk(DataOutputStream out, String name, byte[] content) throws IOException {
    byte[] named = name.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(named);
    sum.update(content);
    out.writeInt(content.length);
    out.write(named);
    out.write(content);
    out.writeInt((int) sum.getValue());
  }

  /** One scan that holds everything. */
  public static void jpeg(Path file, int width, int height) throws IOException {
    jpeg(file, width, height, 0xC0, 63, 2);
  }

  /** Progressive: its first scan says only how bright each block is. */
  public static void progressiveJpeg(Path file, int width, int height) throws IOException {
    jpeg(file, width, height, 0xC2, 0, 1);
  }

  /** Each table knows one code, a single bit, by which a block is like the one before. */
  private static void jpeg(Path file, int width, int height, int frame, int last, int bitsPerBlock)
      throws IOException {
    try (DataOutputStream out = out(file)) {
      out.writeShort(0xFFD8);
      out.writeShort(0xFFDB);
      out.writeShort(67);
      out.write(0);
      for (int i = 0; i < 64; i++) {
        out.write(1);
      }
      out.writeShort(0xFF00 | frame);
      out.writeShort(17);
      out.write(8);
      out.writeShort(height);
      out.writeShort(width);
      out.write(3);
      for (int component = 1; component <= 3; component++) {
        out.write(component);
        out.write(0x11);
        out.write(0);
      }
      for (int table : new int[] {0x00, 0x10}) {
        out.writeShort(0xFFC4);
        out.writeShort(20);
        out.write(table);
        out.write(1);
        out.write(NOTHING, 0, 16);
      }
      out.writeShort(0xFFDA);
      out.writeShort(12);
      out.write(3);
      for (int component = 1; component <= 3; component++) {
        out.write(component);
        out.write(0);
      }
      out.write(0);
      out.write(last);
      out.write(0);
      long blocks = 3L * ((width + 7) / 8) * ((height + 7) / 8);
      nothing(out, (blocks * bitsPerBlock + 7) / 8);
      out.writeShort(0xFFD9);
    }
  }

  /** One picture of one colour; LZW makes each of its codes one pixel longer than the last. */
  public static void gif(Path file, int width, int height) throws IOException {
    ByteArrayOutputStream codes = new ByteArrayOutputStream();
    long left = (long) width * height;
    long bits = 0;
    int held = 0;
    int size = 3;
    int next = 6;
    long run = 0;
    while (left > 0) {
      int code;
      if (run == 0) {
        code = 4;
        run = 1;
        next = 6;
        size = 3;
      } else if (run == 1 || left < run) {
        code = 0;
        left--;
        run = run == 1 ? 2 : 1;
      } else {
        code = next - 1;
        left -= run;
        run++;
      }
      bits |= (long) code << held;
      held += code == 4 && run == 1 ? 3 : size;
      while (held >= 8) {
        codes.write((int) bits & 0xFF);
        bits >>= 8;
        held -= 8;
      }
      if (code != 4 && run > 2) {
        next++;
        if (next > 1 << size && size < 12) {
          size++;
        }
        if (next >= 4094) {
          bits |= 4L << held;
          held += size;
          run = 1;
          next = 6;
          size = 3;
        }
      }
    }
    bits |= 5L << held;
    held += size;
    while (held > 0) {
      codes.write((int) bits & 0xFF);
      bits >>= 8;
      held -= 8;
    }
    byte[] data = codes.toByteArray();
    try (DataOutputStream out = out(file)) {
      out.write("GIF89a".getBytes(StandardCharsets.US_ASCII));
      shorts(out, width, height);
      out.write(new byte[] {(byte) 0x81, 0, 0});
      out.write(NOTHING, 0, 12);
      out.write(0x2C);
      shorts(out, 0, 0, width, height);
      out.write(0);
      out.write(2);
      for (int at = 0; at < data.length; at += 255) {
        int length = Math.min(255, data.length - at);
        out.write(length);
        out.write(data, at, length);
      }
      out.write(0);
      out.write(0x3B);
    }
  }

  /** Runs of a palette's first colour, of 255 pixels each. */
  public static void bmp(Path file, int width, int height) throws IOException {
    int runs = (width + 254) / 255;
    int size = height * (2 * runs + 2) + 2;
    ByteBuffer header = ByteBuffer.allocate(58).order(ByteOrder.LITTLE_ENDIAN);
    header.put((byte) 'B').put((byte) 'M').putInt(58 + size).putInt(0).putInt(58);
    header.putInt(40).putInt(width).putInt(height).putShort((short) 1).putShort((short) 8);
    header.putInt(1).putInt(size).putInt(0).putInt(0).putInt(1).putInt(1);
    try (DataOutputStream out = out(file)) {
      out.write(header.array());
      for (int row = 0; row < height; row++) {
        for (int left = width; left > 0; left -= 255) {
          out.write(Math.min(255, left));
          out.write(0);
        }
        out.writeShort(0);
      }
      out.writeShort(1);
    }
  }

  private static void shorts(OutputStream out, int... numbers) throws IOException {
    for (int number : numbers) {
      out.write(number & 0xFF);
      out.write(number >> 8);
    }
  }

  private static DataOutputStream out(Path file) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
  }

  private static byte[] deflated(long bytes) throws IOException {
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (OutputStream out = new DeflaterOutputStream(deflated, deflater, 1 << 16)) {
      nothing(out, bytes);
    } finally {
      deflater.end();
    }
    return deflated.toByteArray();
  }

  private static void nothing(OutputStream out, long bytes) throws IOException {
    for (long left = bytes; left > 0; left -= NOTHING.length) {
      out.write(NOTHING, 0, (int) Math.min(NOTHING.length, left));
    }
  }
}
