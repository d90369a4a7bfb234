package kz.zharshy.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import kz.zharshy.config.Settings;
import kz.zharshy.media.PictureDesk;
import kz.zharshy.media.PictureFiles;
import kz.zharshy.source.PageFetcher;
import kz.zharshy.source.UnreadableException;

/** Builds what saves refused pictures; its files stand beside the database. */
final class PictureDesks {
  private PictureDesks() {}

  static PictureDesk of(Settings settings, Clock clock) {
    Path folder = settings.database().toAbsolutePath().resolveSibling("pictures");
    PictureFiles files = new PictureFiles(folder);
    files.clean(clock.instant());
    PageFetcher fetcher = PageFetcher.ofPictures(settings.sources().allowPrivateAddresses());
    return new PictureDesk(files, address -> fetch(fetcher, address));
  }

  private static byte[] fetch(PageFetcher fetcher, String address) throws IOException {
    try {
      return fetcher.fetch(URI.create(address)).bytes();
    } catch (UnreadableException | IllegalArgumentException e) {
      throw new IOException(e);
    }
  }
}
