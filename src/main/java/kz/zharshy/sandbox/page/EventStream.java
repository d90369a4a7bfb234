package kz.zharshy.sandbox.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kz.zharshy.sandbox.world.Change;
import kz.zharshy.sandbox.world.Chat;
import kz.zharshy.sandbox.world.Posting;
import kz.zharshy.sandbox.world.World;

/**
 * Server-sent events of one chat: first all of it, then each change. A page that connects again
 * gets all of it again.
 */
final class EventStream {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Finds out that a page has gone, and keeps the connection of one that is there. */
  private static final long HEARTBEAT_SECONDS = 15;

  private final World world;
  private final Chat chat;

  EventStream(World world, Chat chat) {
    this.world = world;
    this.chat = chat;
  }

  void serve(HttpExchange exchange) throws IOException, InterruptedException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
    exchange.sendResponseHeaders(200, 0);
    BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
    Consumer<Change> listener = changes::add;
    OutputStream out = exchange.getResponseBody();
    try {
      JsonNode all;
      synchronized (world) {
        world.listen(listener);
        all = all();
      }
      send(out, "all", all);
      follow(out, changes);
    } finally {
      world.stopListening(listener);
    }
  }

  private void follow(OutputStream out, BlockingQueue<Change> changes)
      throws IOException, InterruptedException {
    while (true) {
      Change change = changes.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
      if (change == null) {
        out.write(":\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
      } else if (change.chatId() == chat.id()) {
        send(out, change.kind().name().toLowerCase(Locale.ROOT), describe(change));
      }
    }
  }

  private JsonNode all() {
    ObjectNode all = head();
    ArrayNode messages = all.putArray("messages");
    chat.postings().forEach(posting -> messages.add(posting.copy()));
    return all;
  }

  private ObjectNode head() {
    ObjectNode head = JSON.createObjectNode();
    head.set("chat", chat.json().put("members", chat.members().size()));
    ArrayNode pinned = head.putArray("pinned");
    chat.pinned().forEach(pinned::add);
    return head;
  }

  private JsonNode describe(Change change) {
    synchronized (world) {
      if (change.kind() == Change.Kind.CHAT) {
        return head();
      }
      Posting posting = chat.posting(change.messageId());
      return posting == null
          ? JSON.createObjectNode().put("message_id", change.messageId())
          : posting.copy();
    }
  }

  private static void send(OutputStream out, String event, JsonNode data) throws IOException {
    String text = "event: " + event + "\ndata: " + JSON.writeValueAsString(data) + "\n\n";
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
