package kz.zharshy.sandbox.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import kz.zharshy.sandbox.world.StoredFile;
import kz.zharshy.sandbox.world.World;

/** Serves the page, its files, the pictures of messages, the stream of events, and the actions. */
public final class PageHandler implements HttpHandler {
  /** Path to resource and content type: nothing else on the class path can be requested. */
  private static final Map<String, Asset> ASSETS =
      Map.ofEntries(
          Map.entry("/", new Asset("page.html", "text/html; charset=utf-8")),
          Map.entry("/page.css", new Asset("page.css", "text/css; charset=utf-8")),
          script("words"),
          script("rich"),
          script("message"),
          script("talk"),
          script("actions"),
          script("chat"),
          script("strip"),
          script("page"),
          Map.entry("/icon.svg", new Asset("icon.svg", "image/svg+xml")),
          Map.entry("/wall.svg", new Asset("wall.svg", "image/svg+xml")));

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SANDBOX = "/sandbox/";
  private static final String FILES = "/sandbox/file/";
  private static final int LARGEST_ORDER = 1024 * 1024;
  private static final int LARGEST_UPLOAD = 20 * 1024 * 1024;

  private record Asset(String resource, String contentType) {}

  private static Map.Entry<String, Asset> script(String name) {
    String file = name + ".js";
    return Map.entry("/" + file, new Asset(file, "text/javascript; charset=utf-8"));
  }

  private final World world;
  private final EventStream events;
  private final Actions actions;
  private final Map<String, Actions.Action> byName;

  public PageHandler(Page page) {
    this.world = page.world();
    this.events = new EventStream(page, new Strip(page));
    this.actions = new Actions(world, page.channel(), page.faults());
    this.byName = actions.byName();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      protect(exchange.getResponseHeaders());
      switch (exchange.getRequestMethod()) {
        case "GET" -> get(exchange, exchange.getRequestURI().getPath());
        case "POST" -> post(exchange, exchange.getRequestURI().getPath());
        default -> exchange.sendResponseHeaders(405, -1);
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

  private void get(HttpExchange exchange, String path) throws IOException, InterruptedException {
    Asset asset = ASSETS.get(path);
    if (asset != null) {
      answer(exchange, 200, asset.contentType(), read(asset));
    } else if (path.equals("/sandbox/events")) {
      events.serve(exchange);
    } else if (path.startsWith(FILES)) {
      file(exchange, path.substring(FILES.length()));
    } else {
      exchange.sendResponseHeaders(404, -1);
    }
  }

  private void post(HttpExchange exchange, String path) throws IOException, InterruptedException {
    String name = path.startsWith(SANDBOX) ? path.substring(SANDBOX.length()) : "";
    try {
      if (name.equals("upload")) {
        json(exchange, 200, upload(exchange));
      } else if (byName.containsKey(name)) {
        json(exchange, 200, byName.get(name).perform(order(exchange)));
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    } catch (PageException e) {
      ObjectNode error = JSON.createObjectNode().put("error", e.getMessage());
      json(exchange, 400, error);
    }
  }

  private static JsonNode order(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_ORDER);
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new PageException("The request's body is not JSON.");
    }
  }

  /** The body is the file; the order is in the query string. */
  private JsonNode upload(HttpExchange exchange) throws IOException {
    String contentType = exchange.getRequestHeaders().getFirst("Content-Type");
    ObjectNode order = JSON.createObjectNode();
    String query = exchange.getRequestURI().getRawQuery();
    for (String pair : (query == null ? "" : query).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        order.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    byte[] bytes = exchange.getRequestBody().readNBytes(LARGEST_UPLOAD + 1);
    if (bytes.length == 0 || bytes.length > LARGEST_UPLOAD) {
      throw new PageException("A file has from 1 byte to 20 MB.");
    }
    return actions.upload(
        order, bytes, contentType == null ? "application/octet-stream" : contentType);
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
    answer(exchange, 200, picture ? file.mimeType() : "application/octet-stream", file.bytes());
  }

  private static void json(HttpExchange exchange, int status, JsonNode body) throws IOException {
    answer(exchange, status, "application/json", JSON.writeValueAsBytes(body));
  }

  private static void answer(HttpExchange exchange, int status, String contentType, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", contentType);
    exchange.sendResponseHeaders(status, body.length);
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
