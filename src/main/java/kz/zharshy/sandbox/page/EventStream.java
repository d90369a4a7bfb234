package kz.zharshy.sandbox.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kz.zharshy.sandbox.world.Chat;
import kz.zharshy.sandbox.world.Person;
import kz.zharshy.sandbox.world.Posting;
import kz.zharshy.sandbox.world.World;
import kz.zharshy.sandbox.world.World.Change;

/**
 * Server-sent events: first everything, then each change, and the strip whenever it looks
 * different. A page that reconnects gets everything again.
 */
final class EventStream {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * How soon the strip follows what is no change of a chat, and a page that has gone is noticed.
   */
  private static final long TICK_MILLIS = 1000;

  private final Page page;
  private final World world;
  private final Strip strip;

  EventStream(Page page, Strip strip) {
    this.page = page;
    this.world = page.world();
    this.strip = strip;
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
    String shown = "";
    Change change = changes.poll();
    while (true) {
      if (change != null) {
        send(out, change.kind().name().toLowerCase(Locale.ROOT), describe(change));
      }
      if (changes.isEmpty()) {
        ObjectNode now = strip.describe();
        String text = now.toString();
        if (!text.equals(shown)) {
          send(out, "strip", now);
          shown = text;
        } else if (change == null) {
          out.write(":\n\n".getBytes(StandardCharsets.UTF_8));
          out.flush();
        }
      }
      change = changes.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private JsonNode all() {
    ObjectNode all = JSON.createObjectNode();
    all.put("channel", page.channel().id()).set("bot", world.bot());
    ArrayNode people = all.putArray("people");
    for (Person person : world.people()) {
      people.add(person.json().put("owner", page.channel().members().contains(person)));
    }
    all.set("guide", page.program().guide().get());
    ArrayNode others = all.putArray("others");
    page.groups().forEach(chat -> others.add(chat.id()));
    ArrayNode chats = all.putArray("chats");
    for (Chat chat : world.chats()) {
      ObjectNode described = head(chat);
      ArrayNode messages = described.putArray("messages");
      chat.postings().forEach(posting -> messages.add(message(chat, posting)));
      chats.add(described);
    }
    return all;
  }

  private static ObjectNode message(Chat chat, Posting posting) {
    ObjectNode message = posting.copy();
    return message.set("reactions", chat.reactions().counts(posting.messageId()));
  }

  /** Everybody sees the channel, including people who are not on its list. */
  private ObjectNode head(Chat chat) {
    Collection<Person> members = chat.isChannel() ? world.people() : chat.members();
    ObjectNode head = chat.json().put("members", members.size());
    ArrayNode pinned = head.putArray("pinned");
    chat.pinned().forEach(pinned::add);
    return head;
  }

  private JsonNode describe(Change change) {
    synchronized (world) {
      Chat chat = world.chat(change.chatId()).orElseThrow();
      Posting posting = chat.posting(change.messageId());
      if (change.kind() == Change.Kind.CHAT) {
        return head(chat);
      }
      ObjectNode event = JSON.createObjectNode().put("chat", change.chatId());
      event.put("id", change.messageId());
      return posting == null ? event : event.set("message", message(chat, posting));
    }
  }

  private static void send(OutputStream out, String event, JsonNode data) throws IOException {
    String text = "event: " + event + "\ndata: " + JSON.writeValueAsString(data) + "\n\n";
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
