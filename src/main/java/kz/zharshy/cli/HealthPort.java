package kz.zharshy.cli;

import java.io.IOException;
import java.util.Optional;
import kz.zharshy.config.Settings;
import kz.zharshy.ops.Health;
import kz.zharshy.ops.HealthServer;

/** Opens the health port, where the settings name one. */
final class HealthPort {
  private HealthPort() {}

  static Optional<HealthServer> open(Settings settings, Health health) {
    int port = settings.healthPort();
    if (port == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(HealthServer.start(port, health::problems));
    } catch (IOException e) {
      throw new FailedException(
          "The health port %d cannot be opened: %s. Set another as health-port."
              .formatted(port, e.getMessage()),
          e);
    }
  }
}
