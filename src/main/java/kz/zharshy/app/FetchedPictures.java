package kz.zharshy.app;

import java.net.URI;
import kz.zharshy.post.PictureSizes;
import kz.zharshy.source.UnreadableException;
import kz.zharshy.source.fetch.FetchedPage;
import kz.zharshy.source.fetch.PageFetcher;

/** The sizes of pictures, for which those of the internet are fetched. */
record FetchedPictures(PictureSizes local, PageFetcher fetcher) implements PictureSizes {
  @Override
  public Answer of(String location) {
    if (!location.contains("://")) {
      return local.of(location);
    }
    try (FetchedPage picture = fetcher.fetched(URI.create(location))) {
      return LocalPictures.of(picture.file());
    } catch (UnreadableException | IllegalArgumentException e) {
      return new Answer.Unreadable();
    }
  }
}
