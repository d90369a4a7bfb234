package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kz.zharshy.sandbox.world.Updates;

/**
 * Brings updates to the bot's own server, one after the other; an update whose answer is no 2xx is
 * brought again, later and later. Only addresses of this machine are ever called.
 */
final class Webhook implements AutoCloseable {
  private static final Set<String> LOCAL = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final long LONGEST_PAUSE_MILLIS = 30_000;

  private final URI address;
  private final String secret;
  private final Updates updates;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private volatile String lastError = "";

  Webhook(URI address, String secret, Updates updates) {
    this.address = address;
    this.secret = secret;
    this.updates = updates;
    Thread thread = new Thread(this::run, "sandbox-webhook");
    thread.setDaemon(true);
    thread.start();
  }

  /** Whether updates may be brought there. */
  static boolean isLocal(URI address) {
    return address.getHost() != null && LOCAL.contains(address.getHost());
  }

  URI address() {
    return address;
  }

  /** What went wrong last; empty if the newest update was taken. */
  String lastError() {
    return lastError;
  }

  private void run() {
    long pause = 500;
    try {
      while (closed.getCount() > 0) {
        ObjectNode update = updates.oldest(Duration.ofSeconds(1)).orElse(null);
        if (update == null) {
          continue;
        }
        lastError = bring(update);
        if (lastError.isEmpty()) {
          updates.remove(update.get("update_id").intValue());
          pause = 500;
        } else if (closed.await(pause, TimeUnit.MILLISECONDS)) {
          return;
        } else {
          pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String bring(ObjectNode update) throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(update.toString()));
    if (!secret.isEmpty()) {
      request.header("X-Telegram-Bot-Api-Secret-Token", secret);
    }
    try {
      if (!InetAddress.getByName(address.getHost()).isLoopbackAddress()) {
        return "Webhook host is not on this machine";
      }
      int status = http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
      return status / 100 == 2 ? "" : "Wrong response from the webhook: " + status;
    } catch (IOException e) {
      return "Connection refused";
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
