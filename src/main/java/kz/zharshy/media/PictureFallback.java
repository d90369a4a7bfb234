package kz.zharshy.media;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.zharshy.article.MediaKind;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.post.Medium;
import kz.zharshy.post.PostPart;
import kz.zharshy.post.TextFallback;

/**
 * Saves what can be saved of a picture that Telegram refuses: one that it cannot fetch is fetched
 * here and uploaded, one that is too large is scaled, one that can be no photo goes as a document,
 * and else the words go alone.
 */
public final class PictureFallback implements MediaFallback {
  /** Of a document that is uploaded (core.telegram.org/bots/api#sending-files). */
  private static final long LARGEST_DOCUMENT = 50_000_000;

  private final PictureFiles files;
  private final Fetch fetch;

  /** Gets pictures from the internet. */
  public interface Fetch {
    /**
     * The bytes at an address.
     *
     * @throws IOException if they are not to be had
     */
    byte[] bytes(String address) throws IOException;
  }

  public PictureFallback(PictureFiles files, Fetch fetch) {
    this.files = files;
    this.fetch = fetch;
  }

  @Override
  public Optional<Reason> unfit(PostPart part) {
    return part.media().stream().flatMap(medium -> tooLarge(medium).stream()).findFirst();
  }

  @Override
  public Optional<Way> next(PostPart refused) {
    Optional<Way> way = Optional.empty();
    if (refused instanceof PostPart.Single single && single.medium().kind() == MediaKind.PHOTO) {
      way = photo(single);
    } else if (refused instanceof PostPart.Album album) {
      way = album(album);
    }
    return way.or(
        () ->
            TextFallback.of(refused)
                .map(part -> new Way(part, Reason.of(ReasonCode.WITHOUT_PICTURE))));
  }

  private Optional<Way> photo(PostPart.Single refused) {
    String location = refused.medium().location();
    try {
      PictureScaler picture = PictureScaler.of(bytes(location));
      boolean tried = files.isOurs(location) || (isFile(location) && !picture.isScaled());
      return switch (picture.kind()) {
        case NO_PICTURE -> Optional.empty();
        case PHOTO ->
            tried
                ? document(refused, location, picture)
                : Optional.of(new Way(with(refused, stored(picture)), picture.how()));
        case DOCUMENT -> document(refused, location, picture);
      };
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<Way> document(PostPart.Single refused, String location, PictureScaler picture)
      throws IOException {
    Path file = isFile(location) ? Path.of(location) : files.store(picture);
    if (Files.size(file) > LARGEST_DOCUMENT) {
      return Optional.empty();
    }
    Medium document = new Medium(MediaKind.DOCUMENT, file.toString());
    return Optional.of(new Way(with(refused, document), Reason.of(ReasonCode.PICTURE_AS_FILE)));
  }

  private Optional<Way> album(PostPart.Album refused) {
    List<Medium> media = new ArrayList<>();
    for (Medium medium : refused.media()) {
      if (files.isOurs(medium.location())) {
        return Optional.empty();
      }
      uploaded(medium.location()).ifPresent(media::add);
    }
    int lost = refused.media().size() - media.size();
    Reason how =
        lost == 0
            ? Reason.of(ReasonCode.PICTURES_UPLOADED)
            : Reason.of(ReasonCode.PICTURES_UPLOADED_FEWER, lost);
    return album(refused, media, how);
  }

  private Optional<Medium> uploaded(String location) {
    try {
      PictureScaler picture = PictureScaler.of(bytes(location));
      return picture.kind() == PictureScaler.Kind.PHOTO
          ? Optional.of(stored(picture))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** An album has at least two pictures. */
  private static Optional<Way> album(PostPart.Album refused, List<Medium> media, Reason how) {
    if (media.isEmpty()) {
      return Optional.empty();
    }
    PostPart part =
        media.size() == 1
            ? new PostPart.Single(refused.header(), media.get(0), refused.words())
            : new PostPart.Album(refused.header(), media, refused.words());
    return Optional.of(new Way(part, how));
  }

  private static PostPart with(PostPart.Single part, Medium medium) {
    return new PostPart.Single(part.header(), medium, part.words());
  }

  private Medium stored(PictureScaler picture) throws IOException {
    return Medium.photo(files.store(picture).toString());
  }

  private byte[] bytes(String location) throws IOException {
    if (!isFile(location)) {
      return fetch.bytes(location);
    }
    Path file = Path.of(location);
    if (Files.size(file) > 4 * LARGEST_DOCUMENT) {
      throw new IOException("The picture is too large to be scaled.");
    }
    return Files.readAllBytes(file);
  }

  private static Optional<Reason> tooLarge(Medium medium) {
    long largest =
        switch (medium.kind()) {
          case PHOTO -> PictureScaler.LARGEST;
          case DOCUMENT -> LARGEST_DOCUMENT;
        };
    File file = new File(medium.location());
    return isFile(medium.location()) && !medium.isKept() && file.length() > largest
        ? Optional.of(
            Reason.of(ReasonCode.FILE_ABOVE_LIMIT, file.getName(), file.length(), largest))
        : Optional.empty();
  }

  private static boolean isFile(String location) {
    return !location.contains("://");
  }
}
