package kz.zharshy.app;

import java.io.File;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import kz.zharshy.post.PictureSizes;

/** The sizes of pictures that lie on this machine, read from their first bytes. */
final class LocalPictures implements PictureSizes {
  @Override
  public Answer of(String location) {
    return location.contains("://") ? new Answer.Unknown() : of(new File(location));
  }

  private static Answer of(File file) {
    return file.isFile() && file.canRead() ? read(file) : new Answer.Unreadable();
  }

  /**
   * The size of a picture that begins so.
   *
   * @param picture a file, or a stream of bytes
   */
  static Answer read(Object picture) {
    try (ImageInputStream in = ImageIO.createImageInputStream(picture)) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      // Telegram reads kinds that Java does not know, for example WebP.
      return readers.hasNext() ? size(readers.next(), in) : new Answer.Unknown();
    } catch (IOException e) {
      return new Answer.Unreadable();
    }
  }

  private static Answer size(ImageReader reader, ImageInputStream in) throws IOException {
    try {
      reader.setInput(in);
      return new Answer.Known(reader.getWidth(0), reader.getHeight(0));
    } finally {
      reader.dispose();
    }
  }
}
