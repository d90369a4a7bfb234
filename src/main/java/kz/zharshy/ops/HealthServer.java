package kz.zharshy.ops;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/**
 * Answers {@code GET /health} on loopback: 200 and {@code fine}, or 503 and what is wrong, one line
 * each.
 */
public final class HealthServer implements AutoCloseable {
  private final HttpServer server;

  private HealthServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts it.
   *
   * @param port 0 takes a free one
   * @throws IOException if the port is taken
   */
  public static HealthServer start(int port, Supplier<List<String>> problems) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
    server.createContext("/health", exchange -> answer(exchange, problems.get()));
    server.start();
    return new HealthServer(server);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange, List<String> problems) throws IOException {
    try (exchange) {
      boolean asks = exchange.getRequestMethod().equals("GET");
      if (!asks || !exchange.getRequestURI().getPath().equals("/health")) {
        exchange.sendResponseHeaders(asks ? 404 : 405, -1);
        return;
      }
      String text = problems.isEmpty() ? "fine" : String.join("\n", problems);
      byte[] body = (text + "\n").getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
      exchange.sendResponseHeaders(problems.isEmpty() ? 200 : 503, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
