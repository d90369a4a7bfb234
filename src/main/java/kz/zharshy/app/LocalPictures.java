package kz.zharshy.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.zharshy.media.PictureHeader;
import kz.zharshy.post.PictureSizes;

/** The sizes of pictures that lie on this machine, read from their first bytes. */
final class LocalPictures implements PictureSizes {
  @Override
  public Answer of(String location) {
    return location.contains("://") ? new Answer.Unknown() : of(Path.of(location));
  }

  static Answer of(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      return new Answer.Unreadable();
    }
    try {
      return PictureHeader.of(file)
          .<Answer>map(header -> new Answer.Known(header.width(), header.height()))
          .orElseGet(Answer.Unknown::new);
    } catch (IOException e) {
      return new Answer.Unreadable();
    }
  }
}
