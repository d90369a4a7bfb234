package kz.zharshy.media;

import java.io.IOException;
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
    return Path.of(location.contains("://") ? "" : location).startsWith(folder);
  }

  /** The file of a picture; the same picture is kept once. */
  Path store(PictureScaler picture) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(name(picture.bytes()) + "." + picture.extension());
    Path part = Files.createTempFile(folder, "part", null);
    Files.write(part, picture.bytes());
    return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String name(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
