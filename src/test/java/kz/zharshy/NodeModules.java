package kz.zharshy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Packages of the npm registry that tests use. The environment variable {@code
 * ZHARSHY_NODE_MODULES} names the folder {@code node_modules} into which {@code npm install} put
 * them.
 */
public final class NodeModules {
  private NodeModules() {}

  /** The folder, if it has the package. */
  static Optional<Path> find(String name) {
    return Optional.ofNullable(System.getenv("ZHARSHY_NODE_MODULES"))
        .map(Path::of)
        .filter(folder -> Files.isDirectory(folder.resolve(name)));
  }

  /** The folder, if it has the package; else the test is skipped, or fails if it runs in CI. */
  public static Path with(String name) {
    return find(name)
        .orElseGet(
            () -> {
              Assumptions.abort(missing(name));
              throw new IllegalStateException();
            });
  }

  /** Says that the package is missing; fails if that is in CI. */
  static String missing(String name) {
    String reason = "ZHARSHY_NODE_MODULES names no folder with the npm package " + name + ".";
    Assertions.assertNotEquals("true", System.getenv("ZHARSHY_CI"), reason);
    System.err.println("Skipped: " + reason);
    return reason;
  }
}
