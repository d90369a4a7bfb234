package kz.zharshy.gallery;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import kz.zharshy.post.PostPart;
import kz.zharshy.sandbox.SandboxOptions;
import kz.zharshy.sandbox.SandboxServer;
import kz.zharshy.sandbox.world.FloodLimits;
import kz.zharshy.telegram.BotApiAddress;
import kz.zharshy.telegram.BotToken;
import kz.zharshy.telegram.CallLimits;
import kz.zharshy.telegram.Outcome;
import kz.zharshy.telegram.TelegramBotsApi;

/**
 * Shows the gallery on the sandbox's page until it is stopped: the first argument is the port, or 0
 * for any. Files of this machine that an article names are left out where there are none.
 */
public final class GallerySandbox {
  private GallerySandbox() {}

  /** Prints the page's address and waits. */
  public static void main(String[] arguments) throws Exception {
    int port = arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]);
    try (SandboxServer server = open(port)) {
      System.out.println(server.pageAddress());
      new CountDownLatch(1).await();
    }
  }

  /** Starts a sandbox and sends everything to it; the port may be 0 for any that is free. */
  public static SandboxServer open(int port) throws IOException {
    SandboxOptions options =
        SandboxOptions.standard(Clock.systemUTC(), System::nanoTime)
            .atPort(port)
            .withChannel(Gallery.CHANNEL, "Example News")
            .withLimits(new FloodLimits(10_000, 10_000, 10_000));
    SandboxServer server = SandboxServer.start(options);
    try (TelegramBotsApi api = api(server.token(), server.apiAddress())) {
      Gallery gallery = new Gallery();
      for (Path file : gallery.files()) {
        for (PostPart part : gallery.post(file).parts()) {
          send(api, file, part);
        }
      }
    }
    return server;
  }

  private static TelegramBotsApi api(String token, URI address) {
    return new TelegramBotsApi(
        new BotToken(token), BotApiAddress.parse(address.toString()), CallLimits.USUAL);
  }

  private static void send(TelegramBotsApi api, Path file, PostPart part) {
    Outcome<?> outcome = api.send(part);
    if (!(outcome instanceof Outcome.Done<?>)) {
      System.out.println(file.getFileName() + ": " + outcome);
    }
  }
}
