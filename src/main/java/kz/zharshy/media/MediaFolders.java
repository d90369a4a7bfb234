package kz.zharshy.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The folders of this machine whose pictures and videos may go out, whoever names them. Of anything
 * else it tells nothing, not even whether it exists. Safe for use by several threads.
 *
 * @param folders need not exist
 */
public record MediaFolders(List<Path> folders) {
  /** Of another machine: looking for it would already ask that one. */
  private static final Pattern ELSEWHERE = Pattern.compile("(?s)(?:[/\\\\]{2}|file:).*");

  /** How JPEG, PNG, GIF, TIFF, WebP and BMP begin, and the videos MP4, MOV and WebM. */
  private static final Pattern MEDIUM =
      Pattern.compile(
          "(?s)(?:\\xFF\\xD8\\xFF|\\x89PNG\\r\\n\\x1A\\n|GIF8[79]a|II\\*\\x00|MM\\x00\\*|RIFF.{4}WEBP"
              + "|.{4}(?:ftyp|moov|wide)|\\x1A\\x45\\xDF\\xA3"
              + "|BM.{4}\\x00{4}.{4}[\\x0C\\x28\\x34\\x38\\x40\\x6C\\x7C]\\x00{3}).*");

  private static final int LONGEST_BEGINNING = 18;

  public MediaFolders {
    folders = List.copyOf(folders);
  }

  /**
   * The file of a picture or a video that may go out: it is in one of the folders once all links
   * are followed, and begins as such a file does. Where it is not found as it is written, it is
   * looked for in each of the folders.
   */
  public Optional<Path> find(String location) {
    if (ELSEWHERE.matcher(location.toLowerCase(Locale.ROOT)).matches()) {
      return Optional.empty();
    }
    try {
      Path path = Path.of(location);
      return inside(path)
          .or(
              () ->
                  folders.stream()
                      .flatMap(folder -> inside(folder.resolve(path)).stream())
                      .findFirst());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private Optional<Path> inside(Path path) {
    try {
      Path real = path.toRealPath();
      for (Path folder : folders) {
        if (Files.isDirectory(folder)
            && real.startsWith(folder.toRealPath())
            && Files.isRegularFile(real)
            && isMedium(real)) {
          return Optional.of(real);
        }
      }
    } catch (IOException | SecurityException e) {
      // What cannot be looked at is as good as not there.
    }
    return Optional.empty();
  }

  private static boolean isMedium(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String beginning = new String(in.readNBytes(LONGEST_BEGINNING), ISO_8859_1);
      return MEDIUM.matcher(beginning).matches();
    }
  }
}
