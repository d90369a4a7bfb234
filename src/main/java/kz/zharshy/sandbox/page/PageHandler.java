package kz.zharshy.sandbox.page;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import kz.zharshy.sandbox.world.Chat;
import kz.zharshy.sandbox.world.StoredFile;
import kz.zharshy.sandbox.world.World;

/** Serves the page, its files, the pictures of messages, and the stream of events. */
public final class PageHandler implements HttpHandler {
  /** Path to resource and content type: nothing else of the class path can be asked for. */
  private static final Map<String, Asset> ASSETS =
      Map.of(
          "/", new Asset("page.html", "text/html; charset=utf-8"),
          "/page.css", new Asset("page.css", "text/css; charset=utf-8"),
          "/page.js", new Asset("page.js", "text/javascript; charset=utf-8"),
          "/icon.svg", new Asset("icon.svg", "image/svg+xml"));

  private static final String FILES = "/sandbox/file/";

  private record Asset(String resource, String contentType) {}

  private final World world;
  private final EventStream events;

  public PageHandler(World world, Chat channel) {
    this.world = world;
    this.events = new EventStream(world, channel);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      protect(exchange.getResponseHeaders());
      String path = exchange.getRequestURI().getPath();
      Asset asset = ASSETS.get(path);
      if (!exchange.getRequestMethod().equals("GET")) {
        exchange.sendResponseHeaders(405, -1);
      } else if (asset != null) {
        answer(exchange, asset.contentType(), read(asset));
      } else if (path.equals("/sandbox/events")) {
        events.serve(exchange);
      } else if (path.startsWith(FILES)) {
        file(exchange, path.substring(FILES.length()));
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void protect(Headers headers) {
    headers.set(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cache-Control", "no-store");
  }

  private void file(HttpExchange exchange, String id) throws IOException {
    StoredFile file = world.files().byId(id).orElse(null);
    if (file == null) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }
    boolean picture = file.mimeType().matches("image/(png|jpeg|gif|webp)");
    if (!picture) {
      exchange.getResponseHeaders().set("Content-Disposition", "attachment");
    }
    answer(exchange, picture ? file.mimeType() : "application/octet-stream", file.bytes());
  }

  private static void answer(HttpExchange exchange, String contentType, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", contentType);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  private static byte[] read(Asset asset) throws IOException {
    try (InputStream in = PageHandler.class.getResourceAsStream(asset.resource())) {
      if (in == null) {
        throw new IOException("the program lacks its resource " + asset.resource());
      }
      return in.readAllBytes();
    }
  }
}
