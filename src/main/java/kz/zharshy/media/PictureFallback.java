package kz.zharshy.media;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.zharshy.article.MediaKind;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.health.AtWork;
import kz.zharshy.health.Heartbeat;
import kz.zharshy.health.Task;
import kz.zharshy.post.Medium;
import kz.zharshy.post.PostPart;
import kz.zharshy.post.TextFallback;
import org.jspecify.annotations.Nullable;

/**
 * Saves what can be saved of a picture that Telegram refuses: one that it cannot fetch is fetched
 * here and uploaded, one that is too large is scaled, one that can be no photo goes as a document,
 * and else the words go alone.
 */
public final class PictureFallback implements MediaFallback {
  private static final Duration LONGEST = Duration.ofMinutes(2);

  /** Of a document that is uploaded (core.telegram.org/bots/api#sending-files). */
  private static final long LARGEST_DOCUMENT = 50_000_000;

  private final PictureFiles files;
  private final MediaFolders local;
  private final Fetch fetch;

  /** Gets pictures from the internet. */
  public interface Fetch {
    /**
     * Writes what is at an address into a file.
     *
     * @throws IOException if it is not to be had
     */
    void into(String address, Path file) throws IOException;
  }

  /**
   * @param local whose pictures may go out; among them is the folder of the files
   */
  public PictureFallback(PictureFiles files, MediaFolders local, Fetch fetch) {
    this.files = files;
    this.local = local;
    this.fetch = fetch;
  }

  @Override
  public Optional<Reason> unfit(PostPart part) {
    return part.media().stream().flatMap(medium -> unfit(medium).stream()).findFirst();
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
                .map(part -> new Way(part, Reason.of(without(refused.media())))));
  }

  private static ReasonCode without(List<Medium> media) {
    return !media.isEmpty() && media.stream().allMatch(it -> it.kind() == MediaKind.VIDEO)
        ? ReasonCode.WITHOUT_VIDEO
        : ReasonCode.WITHOUT_PICTURE;
  }

  private Optional<Way> photo(PostPart.Single refused) {
    return atWork(refused.medium().location(), location -> photo(refused, location));
  }

  /** One that ended the bot is not touched; Telegram has refused it as it is. */
  private static <T> Optional<T> atWork(String location, Function<String, Optional<T>> work) {
    Task task = new Task(Task.Kind.PICTURE, location);
    return AtWork.refusal(task).isPresent()
        ? Optional.empty()
        : AtWork.on(task, () -> Heartbeat.within(location, LONGEST, () -> work.apply(location)));
  }

  private Optional<Way> photo(PostPart.Single refused, String location) {
    try (Source source = new Source(location)) {
      PictureScaler.Result picture = source.ready();
      boolean tried = files.isOurs(location) || (isFile(location) && !picture.isScaled());
      return switch (picture.kind()) {
        case NO_PICTURE -> Optional.empty();
        case PHOTO ->
            tried
                ? document(refused, source)
                : Optional.of(
                    new Way(with(refused, Medium.photo(source.kept(picture))), picture.how()));
        case DOCUMENT -> document(refused, source);
      };
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Way> document(PostPart.Single refused, Source source) throws IOException {
    if (Files.size(source.file) > LARGEST_DOCUMENT) {
      return Optional.empty();
    }
    Medium document = new Medium(MediaKind.DOCUMENT, source.asItIs());
    return Optional.of(new Way(with(refused, document), Reason.of(ReasonCode.PICTURE_AS_FILE)));
  }

  private Optional<Way> album(PostPart.Album refused) {
    List<Medium> media = new ArrayList<>();
    boolean tried = refused.media().stream().anyMatch(it -> files.isOurs(it.location()));
    for (Medium medium : refused.media()) {
      if (medium.kind() == MediaKind.PHOTO && !files.isOurs(medium.location())) {
        atWork(medium.location(), this::uploaded).ifPresent(media::add);
      } else if (medium.kind() == MediaKind.PHOTO || !tried) {
        media.add(medium);
      }
    }
    if (media.equals(refused.media())) {
      return Optional.empty();
    }
    int lost = refused.media().size() - media.size();
    Reason how =
        lost == 0
            ? Reason.of(ReasonCode.PICTURES_UPLOADED)
            : Reason.of(ReasonCode.PICTURES_UPLOADED_FEWER, lost);
    return album(refused, media, how);
  }

  private Optional<Medium> uploaded(String location) {
    try (Source source = new Source(location)) {
      PictureScaler.Result picture = source.ready();
      return picture.kind() == PictureScaler.Kind.PHOTO
          ? Optional.of(Medium.photo(source.kept(picture)))
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

  private Optional<Reason> unfit(Medium medium) {
    if (medium.isKept() || !isFile(medium.location())) {
      return Optional.empty();
    }
    return local
        .find(medium.location())
        .map(file -> unfit(medium, file))
        .orElseGet(() -> Optional.of(Reason.of(ReasonCode.PICTURE_NOT_HERE, medium.location())));
  }

  private static Optional<Reason> unfit(Medium medium, Path file) {
    Optional<Reason> tooLarge = tooLarge(medium, file.toFile());
    return tooLarge.isEmpty() && medium.kind() == MediaKind.PHOTO
        ? PictureScaler.unfit(file)
        : tooLarge;
  }

  private static Optional<Reason> tooLarge(Medium medium, File file) {
    long largest =
        switch (medium.kind()) {
          case PHOTO -> PictureScaler.LARGEST;
          case VIDEO, DOCUMENT -> LARGEST_DOCUMENT;
        };
    return file.length() > largest
        ? Optional.of(
            Reason.of(ReasonCode.FILE_ABOVE_LIMIT, file.getName(), file.length(), largest))
        : Optional.empty();
  }

  private static boolean isFile(String location) {
    return !location.contains("://");
  }

  /** A picture's file while something is made of it; what is not kept is deleted. */
  private final class Source implements AutoCloseable {
    private final boolean fetched;
    private final Path file;
    private final Path scaled;
    private @Nullable String extension;

    Source(String location) throws IOException {
      fetched = !isFile(location);
      file =
          fetched
              ? files.draft()
              : local
                  .find(location)
                  .orElseThrow(() -> new IOException("No picture may go out of there."));
      scaled = files.draft();
      if (fetched) {
        try {
          fetch.into(location, file);
        } catch (IOException e) {
          close();
          throw e;
        }
      }
    }

    PictureScaler.Result ready() throws IOException {
      PictureScaler.Result picture = PictureScaler.of(file, scaled);
      extension = picture.isScaled() ? null : picture.extension();
      return picture;
    }

    /** A file of ours that holds the picture. */
    String kept(PictureScaler.Result picture) throws IOException {
      if (!picture.isScaled() && !fetched) {
        Files.copy(file, scaled, StandardCopyOption.REPLACE_EXISTING);
      }
      Path ours = picture.isScaled() || !fetched ? scaled : file;
      return files.keep(ours, picture.extension()).toString();
    }

    /** The file as it came. */
    String asItIs() throws IOException {
      String kind = extension == null ? "jpg" : extension;
      return (fetched ? files.keep(file, kind) : file).toString();
    }

    @Override
    public void close() throws IOException {
      Files.deleteIfExists(scaled);
      if (fetched) {
        Files.deleteIfExists(file);
      }
    }
  }
}
