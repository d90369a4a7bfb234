package kz.zharshy.media;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A folder for pictures on their way to Telegram. Safe for use by several threads. */
public final class PictureFiles {
  private static final Duration KEPT = Duration.ofDays(7);

  private final Path folder;

  /**
   * @param folder created if missing
   */
  public PictureFiles(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  /** Deletes what is a week old: no post waits so long for its picture. */
  public void clean(Instant now) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      for (Path file : all) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(KEPT))) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      // What cannot be deleted now can be at the next start.
    }
  }

  boolean isOurs(String location) {
    return location.startsWith(folder + File.separator);
  }

  /** A file to write a picture into, which is then kept or deleted. */
  Path draft() throws IOException {
    Files.createDirectories(folder);
    return Files.createTempFile(folder, "part", null);
  }

  /** The file of a picture, moved there; the same picture is kept once. */
  Path keep(Path draft, String extension) throws IOException {
    Path file = folder.resolve(name(draft) + "." + extension);
    return Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String name(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] some = new byte[1 << 16];
      for (int read = in.read(some); read >= 0; read = in.read(some)) {
        digest.update(some, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
