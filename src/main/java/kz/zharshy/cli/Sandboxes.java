package kz.zharshy.cli;

import java.io.IOException;
import kz.zharshy.sandbox.SandboxOptions;
import kz.zharshy.sandbox.SandboxServer;

/** Starts the sandbox's server, and says in a sentence why it cannot. */
final class Sandboxes {
  private Sandboxes() {}

  static SandboxServer start(SandboxOptions options) {
    if (options.port() < 0 || options.port() > 65_535) {
      throw new FailedException(
          "There is no port %d: name one from 1 to 65535, or 0 for any that is free."
              .formatted(options.port()));
    }
    try {
      return SandboxServer.start(options);
    } catch (IOException e) {
      throw new FailedException(
          "The sandbox cannot listen on port %d: %s. Name another with --port, or 0 for any."
              .formatted(options.port(), e.getMessage()),
          e);
    }
  }
}
