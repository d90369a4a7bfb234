package kz.zharshy.media;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, which a JPEG file says in its Exif data (tag 0x0112, CIPA DC-008). It
 * would be lost in scaling. Mirrored pictures, which no camera makes, are taken as they are.
 */
enum Orientation {
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
