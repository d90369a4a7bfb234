package kz.zharshy.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether other users of the machine can read what is not for them: the token, readers' messages.
 * Where the file system knows no such rights nothing is found.
 */
public final class FileRights {
  private FileRights() {}

  /**
   * A warning for each file that others can read.
   *
   * @param withToken the settings file, if the token stands in it
   */
  public static List<Check> examine(Path database, Optional<Path> withToken) {
    List<Check> warnings = new ArrayList<>();
    withToken
        .filter(FileRights::isOpen)
        .ifPresent(file -> warnings.add(warning("settings", file, "the bot's token is in it")));
    if (isOpen(database)) {
      warnings.add(warning("database", database, "readers' messages are in it"));
    }
    return warnings;
  }

  private static Check warning(String name, Path file, String why) {
    return Check.warning(
        name,
        "%s can be read by other users of this machine, and %s.".formatted(file, why),
        "Take that right away: chmod 600 " + file);
  }

  private static boolean isOpen(Path file) {
    try {
      Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
      return rights.contains(PosixFilePermission.GROUP_READ)
          || rights.contains(PosixFilePermission.OTHERS_READ);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
