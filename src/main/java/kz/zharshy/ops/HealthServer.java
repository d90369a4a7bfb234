package kz.zharshy.ops;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zharshy.article.ReasonText;
import kz.zharshy.health.Health;
import kz.zharshy.health.Health.Trouble;

/**
 * Answers {@code GET /health} on loopback: 200 and {@code fine}, or 503; below it what is wrong or
 * worth knowing, one line each. Who asks slowly holds up nobody else.
 */
public final class HealthServer implements AutoCloseable {
  private static final int MOST_AT_ONCE = 32;
  private static final Duration IDLE = Duration.ofSeconds(10);

  private final HttpServer server;
  private final ThreadPoolExecutor threads;

  private HealthServer(HttpServer server) {
    this.server = server;
    this.threads =
        new ThreadPoolExecutor(
            0,
            MOST_AT_ONCE,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            HealthServer::thread);
    server.setExecutor(threads);
    server.start();
  }

  /**
   * Starts it.
   *
   * @param port 0 takes a free one
   * @throws IOException if the port is taken
   */
  public static HealthServer start(int port, Health health) throws IOException {
    // Who does not say what it wants must not keep a thread: so long, in seconds, is waited for it.
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
    server.createContext("/health", exchange -> answer(exchange, health));
    return new HealthServer(server);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange, Health health) throws IOException {
    try (exchange) {
      boolean asks = exchange.getRequestMethod().equals("GET");
      if (!asks || !exchange.getRequestURI().getPath().equals("/health")) {
        exchange.sendResponseHeaders(asks ? 404 : 405, -1);
        return;
      }
      List<Trouble> troubles = health.troubles();
      Stream<String> lines =
          Stream.concat(troubles.stream(), health.notes().stream()).map(HealthServer::line);
      Stream<String> first = troubles.isEmpty() ? Stream.of("fine") : Stream.of();
      byte[] body =
          Stream.concat(first, lines)
              .map(line -> line + "\n")
              .collect(Collectors.joining())
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
      exchange.sendResponseHeaders(troubles.isEmpty() ? 200 : 503, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String line(Trouble trouble) {
    String reason = ReasonText.forLog(trouble.reason()).replace('\n', ' ');
    return "%s, since %s: %s".formatted(trouble.about(), trouble.since(), reason);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "zharshy-health");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
