package kz.zharshy.source.feed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A site on this machine: what its addresses answer can be changed, and who asked is known. */
public final class FeedServer implements AutoCloseable {
  /** How an address is answered. */
  public interface Page {
    void answer(HttpExchange exchange) throws IOException;
  }

  /** A request by its path and the two headers that ask for changes only. */
  record Asked(String path, String ifNoneMatch, String ifModifiedSince) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  public FeedServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  public void page(String path, Page page) {
    pages.put(path, page);
  }

  public void page(String path, String type, String body) {
    page(path, exchange -> answer(exchange, 200, type, body.getBytes(StandardCharsets.UTF_8)));
  }

  /** A page with this tag; whoever knows the tag is told that nothing has changed. */
  public void tagged(String path, String tag, String body) {
    page(
        path,
        exchange -> {
          boolean known = tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
          exchange.getResponseHeaders().add("ETag", tag);
          exchange.getResponseHeaders().add("Last-Modified", "Sat, 21 Nov 2026 10:00:00 GMT");
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          answer(exchange, known ? 304 : 200, "application/xml", known ? new byte[0] : bytes);
        });
  }

  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  public static void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(
        new Asked(
            path,
            String.valueOf(exchange.getRequestHeaders().getFirst("If-None-Match")),
            String.valueOf(exchange.getRequestHeaders().getFirst("If-Modified-Since"))));
    Page page =
        pages.getOrDefault(path, other -> answer(other, 404, "text/plain", new byte[] {'?'}));
    try (exchange) {
      page.answer(exchange);
    }
  }
}
