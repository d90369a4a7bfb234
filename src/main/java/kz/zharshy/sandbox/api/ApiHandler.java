package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.zharshy.sandbox.fault.Effect;
import kz.zharshy.sandbox.fault.Faults;
import kz.zharshy.sandbox.world.StoredFile;
import kz.zharshy.sandbox.world.World;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers {@code /bot<token>/<method>} and {@code /file/bot<token>/<path>}. */
public final class ApiHandler implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ApiHandler.class);
  private static final Pattern CALL = Pattern.compile("/bot([^/]+)/([^/]+)/?");
  private static final Pattern FILE = Pattern.compile("/file/bot([^/]+)/(.+)");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An upload of 50 MB with the multipart text around it. */
  private static final int LARGEST_BODY = 52 * 1024 * 1024;

  private final String token;
  private final World world;
  private final Methods methods;
  private final Faults faults;
  private final Calls calls;

  public ApiHandler(String token, World world, Faults faults, Calls calls) {
    this.token = token;
    this.world = world;
    this.methods = methods(world);
    this.faults = faults;
    this.calls = calls;
  }

  private static Methods methods(World world) {
    Methods methods = new Methods(world);
    Access access = new Access(world);
    new BotMethods(world).addTo(methods);
    new UpdateMethods(world.updates()).addTo(methods);
    new SendMethods(world, access).addTo(methods);
    new MediaMethods(world, access).addTo(methods);
    new ForwardMethods(world, access).addTo(methods);
    new EditMethods(world, access).addTo(methods);
    new ChatMethods(world, access).addTo(methods);
    new InlineMethods(world).addTo(methods);
    return methods;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      Matcher call = CALL.matcher(path);
      Matcher file = FILE.matcher(path);
      if (file.matches()) {
        download(exchange, file.group(1), file.group(2));
      } else if (call.matches()) {
        call(exchange, call.group(1), call.group(2));
      } else {
        Answers.json(exchange, refusal(Refusal.of(404, "Not Found")));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void download(HttpExchange exchange, String given, String path) throws IOException {
    StoredFile file = token.equals(given) ? world.files().byPath(path).orElse(null) : null;
    if (file == null) {
      Answers.json(exchange, refusal(Refusal.of(404, "Not Found")));
    } else {
      Answers.bytes(exchange, 200, "application/octet-stream", file.bytes());
    }
  }

  private void call(HttpExchange exchange, String given, String method)
      throws IOException, InterruptedException {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    if (!token.equals(given)) {
      Answers.json(exchange, refusal(Refusal.of(401, "Unauthorized")));
    } else if (body.length > LARGEST_BODY) {
      Answers.json(exchange, refusal(Refusal.of(413, "Request Entity Too Large")));
    } else {
      answer(exchange, method, body);
    }
  }

  private void answer(HttpExchange exchange, String method, byte[] body)
      throws IOException, InterruptedException {
    Params params;
    try {
      params =
          Bodies.read(
              exchange.getRequestURI().getRawQuery(),
              exchange.getRequestHeaders().getFirst("Content-Type"),
              body);
    } catch (Refusal refusal) {
      Answers.json(exchange, refusal(refusal));
      return;
    }
    Calls.Entry entry = calls.add(method, params.values());
    Effect effect = faults.take(method, params.values()).orElse(null);
    if (effect == null) {
      ObjectNode answer = perform(method, params);
      entry.answered(Answers.status(answer), answer.path("description").asText());
      Answers.json(exchange, answer);
    } else {
      new Trouble(exchange, () -> perform(method, params)).happen(effect);
      entry.answered(Math.max(exchange.getResponseCode(), 0), effect.words());
    }
  }

  private ObjectNode perform(String method, Params params) throws InterruptedException {
    try {
      JsonNode result = methods.call(method, params);
      ObjectNode answer = JSON.createObjectNode().put("ok", true);
      return answer.set("result", result);
    } catch (Refusal refusal) {
      return refusal(refusal);
    } catch (RuntimeException e) {
      LOG.error("The sandbox failed in {}", method, e);
      return refusal(Refusal.of(500, "Internal Server Error: " + e.getClass().getSimpleName()));
    }
  }

  private static ObjectNode refusal(Refusal refusal) {
    return Answers.error(
        refusal.code(), refusal.description(), refusal.parameter(), refusal.value());
  }
}
