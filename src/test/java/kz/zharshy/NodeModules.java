package kz.zharshy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Packages of the npm registry that tests use. The environment variable {@code
 * ZHARSHY_NODE_MODULES} names the folder {@code node_modules} into which {@code npm install} put
 * them.
 */
public final class NodeModules {
  private NodeModules() {}

  /** The folder, if it has the package; else the test is skipped, or fails if it runs in CI. */
  public static Path with(String name) {
    String folder = System.getenv("ZHARSHY_NODE_MODULES");
    if (folder == null || !Files.isDirectory(Path.of(folder, name))) {
      String reason = "ZHARSHY_NODE_MODULES names no folder with the npm package " + name + ".";
      Assertions.assertNotEquals("true", System.getenv("ZHARSHY_CI"), reason);
      System.err.println("Skipped: " + reason);
      Assumptions.abort(reason);
    }
    return Path.of(folder);
  }
}
