package kz.zharshy.app;

import java.io.IOException;
import java.nio.file.Path;
import kz.zharshy.media.MediaFolders;
import kz.zharshy.media.PictureHeader;
import kz.zharshy.post.Medium;
import kz.zharshy.post.PictureSizes;

/** The sizes of pictures that lie on this machine, read from their first bytes. */
record LocalPictures(MediaFolders folders) implements PictureSizes {
  @Override
  public Answer of(String location) {
    return location.contains("://") || location.startsWith(Medium.KEPT)
        ? new Answer.Unknown()
        : folders.find(location).map(LocalPictures::of).orElseGet(Answer.Unreadable::new);
  }

  static Answer of(Path file) {
    try {
      return PictureHeader.of(file)
          .<Answer>map(header -> new Answer.Known(header.width(), header.height()))
          .orElseGet(Answer.Unknown::new);
    } catch (IOException e) {
      return new Answer.Unreadable();
    }
  }
}
