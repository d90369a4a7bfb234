package kz.zharshy.sandbox.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import kz.zharshy.sandbox.fault.Faults;
import kz.zharshy.sandbox.world.BotStanding;
import kz.zharshy.sandbox.world.Chat;
import kz.zharshy.sandbox.world.Deeds;
import kz.zharshy.sandbox.world.Person;
import kz.zharshy.sandbox.world.PictureSize;
import kz.zharshy.sandbox.world.Posting;
import kz.zharshy.sandbox.world.StoredFile;
import kz.zharshy.sandbox.world.World;

/** What a visitor of the page can do. */
final class Actions {
  /** An action: takes an order as JSON and returns what the page shows. */
  interface Action {
    JsonNode perform(JsonNode order) throws InterruptedException;
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Telegram's apps wait longer, but somebody trying out a bot wants to know soon. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final World world;
  private final Deeds deeds;
  private final Chat channel;
  private final Faults faults;

  Actions(World world, Chat channel, Faults faults) {
    this.world = world;
    this.deeds = new Deeds(world);
    this.channel = channel;
    this.faults = faults;
  }

  /** The actions by the last word of their path. */
  Map<String, Action> byName() {
    return Map.ofEntries(
        Map.entry("write", this::write),
        Map.entry("press", this::press),
        Map.entry("inline", this::inline),
        Map.entry("send-result", this::sendResult),
        Map.entry("commands", this::commands),
        Map.entry("post", this::post),
        Map.entry("edit", this::edit),
        Map.entry("delete", this::delete),
        Map.entry("forward", this::forward),
        Map.entry("react", this::react),
        Map.entry("fault", this::fault),
        Map.entry("clear-faults", this::clearFaults),
        Map.entry("bot", this::bot));
  }

  private JsonNode write(JsonNode order) {
    Chat chat = chat(order);
    Posting repliedTo = order.has("reply") ? posting(chat, order.path("reply").asInt()) : null;
    return deeds.reply(person(order), chat, text(order), repliedTo);
  }

  /** Sends bytes as a photo if Telegram would accept them as one, otherwise as a file. */
  JsonNode upload(JsonNode order, byte[] bytes, String mimeType) {
    String name = order.path("name").asText("file");
    Person person = person(order);
    Chat chat = chat(order);
    String caption = order.path("caption").asText();
    Optional<PictureSize> size = PictureSize.of(bytes).filter(PictureSize::isAllowed);
    if (size.isPresent() && !order.path("asFile").asBoolean()) {
      StoredFile photo = world.files().keep("photos", name, mimeType, bytes);
      return deeds.sendPhoto(person, chat, photo, size.get(), caption);
    }
    return deeds.sendFile(
        person, chat, world.files().keep("documents", name, mimeType, bytes), caption);
  }

  private JsonNode press(JsonNode order) throws InterruptedException {
    Posting posting = posting(chat(order), order);
    JsonNode update = deeds.press(person(order), posting, order.path("data").asText());
    String id = update.path("callback_query").path("id").asText();
    return answered(world.presses().await(id, PATIENCE));
  }

  private JsonNode inline(JsonNode order) throws InterruptedException {
    JsonNode update =
        deeds.askInline(person(order), order.path("query").asText(), order.path("offset").asText());
    String id = update.path("inline_query").path("id").asText();
    return answered(world.inlineQueries().await(id, PATIENCE)).put("queryId", id);
  }

  private static ObjectNode answered(Optional<JsonNode> answer) {
    ObjectNode found = JSON.createObjectNode().put("answered", answer.isPresent());
    answer.ifPresent(given -> found.set("answer", given));
    return found;
  }

  private JsonNode sendResult(JsonNode order) {
    JsonNode results =
        world
            .inlineQueries()
            .answer(order.path("queryId").asText())
            .orElseThrow(() -> new PageException("There is no such inline query."))
            .path("results");
    for (JsonNode result : results) {
      if (result.path("id").asText().equals(order.path("resultId").asText())) {
        return deeds.sendInlineResult(
            person(order), chat(order), result, order.path("query").asText());
      }
    }
    throw new PageException("There is no such inline result.");
  }

  private JsonNode commands(JsonNode order) {
    synchronized (world) {
      return world.commands().seenBy(person(order));
    }
  }

  private JsonNode post(JsonNode order) {
    return deeds.write(channel.members().iterator().next(), channel, text(order));
  }

  private JsonNode edit(JsonNode order) {
    Chat chat = order.has("chat") ? chat(order) : channel;
    return deeds.edit(chat, posting(chat, order), text(order));
  }

  private JsonNode delete(JsonNode order) {
    world.delete(channel, posting(channel, order).messageId());
    return done();
  }

  private JsonNode forward(JsonNode order) {
    return deeds.forward(person(order), chat(order), posting(channel, order));
  }

  private JsonNode react(JsonNode order) {
    Posting posting = posting(channel, order);
    String emoji = order.path("emoji").asText();
    if (order.has("crowd")) {
      int people = order.path("crowd").asInt(-1);
      if (people < 0 || emoji.isEmpty()) {
        throw new PageException("A crowd is a number of people, and it needs an emoji.");
      }
      return deeds.reactAsCrowd(channel, posting, emoji, people);
    }
    return deeds.react(person(order), channel, posting, emoji);
  }

  private JsonNode fault(JsonNode order) {
    faults.add(FaultOrders.read(order, channel));
    return done();
  }

  private JsonNode clearFaults(JsonNode order) {
    faults.clear();
    return done();
  }

  private JsonNode bot(JsonNode order) {
    String action = order.path("action").asText();
    Chat chat = order.has("chat") ? chat(order) : channel;
    if (action.equals("upgrade")) {
      world.upgrade(chat, order.path("to").asLong());
      return done();
    }
    BotStanding standing =
        switch (action) {
          case "kick" -> BotStanding.kicked();
          case "forget" -> BotStanding.unknown();
          case "take" -> chat.bot().without(order.path("right").asText());
          case "restore" -> BotStanding.administrator(chat.kind());
          default -> throw new PageException("There is no action \"" + action + "\" on the bot.");
        };
    world.setBot(chat, standing);
    return done();
  }

  private static JsonNode done() {
    return JSON.createObjectNode().put("done", true);
  }

  /** The person who acts, whose app is set to the language of the order. */
  private Person person(JsonNode order) {
    long id = order.path("person").asLong();
    Person person =
        world.person(id).orElseThrow(() -> new PageException("There is no person " + id + "."));
    String language = order.path("language").asText();
    if (!language.isEmpty() && !language.equals(person.languageCode())) {
      person = person.speaking(language);
      world.addPerson(person);
    }
    return person;
  }

  private Chat chat(JsonNode order) {
    long id = order.path("chat").asLong(order.path("person").asLong());
    return world.chat(id).orElseThrow(() -> new PageException("There is no chat " + id + "."));
  }

  private static Posting posting(Chat chat, JsonNode order) {
    return posting(chat, order.path("message").asInt());
  }

  private static Posting posting(Chat chat, int id) {
    Posting posting = chat.posting(id);
    if (posting == null) {
      throw new PageException("There is no message " + id + " in this chat.");
    }
    return posting;
  }

  private static String text(JsonNode order) {
    String text = order.path("text").asText();
    if (text.isBlank()) {
      throw new PageException("The text is empty.");
    }
    return text;
  }
}
