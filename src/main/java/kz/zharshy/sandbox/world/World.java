package kz.zharshy.sandbox.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import kz.zharshy.sandbox.text.EntityJson;

/**
 * Chats, people and the bot between them. Its lock is itself: what reads and then writes does both
 * inside {@code synchronized (world)}. Listeners are called under that lock and must be quick.
 */
public final class World {
  /**
   * A change that a page wants to show.
   *
   * @param messageId the message that came, changed or went; 0 where a whole chat changed
   */
  public record Change(Kind kind, long chatId, int messageId) {
    /** What happened to the message. */
    public enum Kind {
      POSTED,
      EDITED,
      DELETED,
      CHAT
    }
  }

  private final Clock clock;
  private final ObjectNode bot;
  private final FloodControl flood;
  private final Updates updates = new Updates();
  private final EntityJson entities = new EntityJson(id -> person(id).map(Person::json));
  private final Files files = new Files();
  private final CommandLists commands = new CommandLists();
  private final Queries presses = new Queries(7_100_000_000_000_000_000L);
  private final Queries inlineQueries = new Queries(7_200_000_000_000_000_000L);
  private final AtomicInteger privateIds = new AtomicInteger();
  private final Map<Long, Chat> chats = new LinkedHashMap<>();
  private final Map<Long, Person> people = new LinkedHashMap<>();
  private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();

  /** {@code nanoTime}: a monotonic time in nanoseconds. */
  public World(long botId, String botName, FloodLimits limits, Clock clock, LongSupplier nanoTime) {
    this.clock = clock;
    this.flood = new FloodControl(limits, nanoTime);
    this.bot =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", botId)
            .put("is_bot", true)
            .put("first_name", "Zharshy")
            .put("username", botName);
  }

  /** The bot's {@code User}. */
  public ObjectNode bot() {
    return bot.deepCopy();
  }

  public Updates updates() {
    return updates;
  }

  public Files files() {
    return files;
  }

  /** Pressed buttons and the bot's answers to them. */
  public Queries presses() {
    return presses;
  }

  /** Inline queries and the bot's answers to them. */
  public Queries inlineQueries() {
    return inlineQueries;
  }

  /** The command menus. */
  public CommandLists commands() {
    return commands;
  }

  /** Writes texts into messages. */
  public EntityJson entities() {
    return entities;
  }

  /** Seconds since the epoch. */
  public long now() {
    return clock.instant().getEpochSecond();
  }

  /** Adds a channel or group of which the bot is an administrator. */
  public synchronized Chat addChat(long id, ChatKind kind, String title, String username) {
    Chat chat = new Chat(id, kind, title, username, new AtomicInteger());
    chat.setBot(BotStanding.administrator(kind));
    chats.put(id, chat);
    return chat;
  }

  /** Adds a person and their private chat with the bot, or changes a person. */
  public synchronized void addPerson(Person person) {
    people.put(person.id(), person);
    chats
        .computeIfAbsent(
            person.id(),
            id -> new Chat(id, ChatKind.PRIVATE, person.firstName(), person.username(), privateIds))
        .join(person);
  }

  public synchronized Optional<Person> person(long id) {
    return Optional.ofNullable(people.get(id));
  }

  public synchronized Collection<Person> people() {
    return List.copyOf(people.values());
  }

  public synchronized void join(Chat chat, Person person) {
    chat.join(person);
  }

  public synchronized Collection<Chat> chats() {
    return List.copyOf(chats.values());
  }

  public synchronized Optional<Chat> chat(long id) {
    return Optional.ofNullable(chats.get(id));
  }

  /** The channel or group with this public name, without the {@code @} and ignoring case. */
  public synchronized Optional<Chat> chatNamed(String username) {
    return chats.values().stream()
        .filter(chat -> !chat.isPrivate() && chat.username().equalsIgnoreCase(username))
        .findFirst();
  }

  /**
   * Takes messages out of the flood budget.
   *
   * @return 0 if they may be sent, else after how many seconds they may
   */
  public synchronized int takeBudget(Chat chat, int messages) {
    return flood.take(chat, messages);
  }

  /** How many more messages the chat accepts before it answers 429. */
  public synchronized int budgetLeft(Chat chat) {
    return flood.left(chat);
  }

  /** Changes what the bot is and may do in a chat; gives the update of it. */
  public synchronized ObjectNode setBot(Chat chat, BotStanding standing) {
    ObjectNode change = JsonNodeFactory.instance.objectNode();
    change.set("chat", chat.json());
    change.set("from", chat.members().iterator().next().json());
    change.put("date", now());
    change.set("old_chat_member", chat.bot().json(bot(), chat.kind()));
    chat.setBot(standing);
    change.set("new_chat_member", standing.json(bot(), chat.kind()));
    tell(Change.Kind.CHAT, chat, 0);
    return updates.add("my_chat_member", change);
  }

  /**
   * A group becomes a supergroup, which has another id: the old one takes no calls any more.
   *
   * @return the updates of both
   */
  public synchronized List<ObjectNode> upgrade(Chat group, long supergroupId) {
    Chat supergroup = addChat(supergroupId, ChatKind.SUPERGROUP, group.title(), group.username());
    supergroup.setBot(group.bot());
    group.members().forEach(supergroup::join);
    Person owner = group.members().iterator().next();
    group.moveTo(supergroupId);
    return List.of(
        updates.add("message", migration(group, owner, "migrate_to_chat_id", supergroupId)),
        updates.add("message", migration(supergroup, owner, "migrate_from_chat_id", group.id())));
  }

  private ObjectNode migration(Chat chat, Person owner, String field, long other) {
    return postAsPerson(chat, owner, JsonNodeFactory.instance.objectNode().put(field, other))
        .copy();
  }

  /** Puts a message of the bot into a chat. */
  public synchronized Posting postAsBot(Chat chat, ObjectNode content) {
    return post(chat, bot(), true, content);
  }

  /** Puts a message of a person into a chat. */
  public synchronized Posting postAsPerson(Chat chat, Person person, ObjectNode content) {
    return post(chat, person.json(), false, content);
  }

  private Posting post(Chat chat, ObjectNode from, boolean byBot, ObjectNode content) {
    ObjectNode message =
        JsonNodeFactory.instance.objectNode().put("message_id", chat.takeMessageId());
    if (chat.isChannel()) {
      message.set("sender_chat", chat.json());
    } else {
      message.set("from", from);
    }
    message.set("chat", chat.json());
    message.put("date", now());
    message.setAll(content);
    Posting posting = new Posting(message, byBot);
    chat.put(posting);
    tell(Change.Kind.POSTED, chat, posting.messageId());
    if (chat.isChannel() && !content.has("pinned_message")) {
      chat.linked().flatMap(this::chat).ifPresent(group -> discuss(group, posting));
    }
    return posting;
  }

  /** Telegram itself forwards each post into the channel's discussion group, and pins it there. */
  private void discuss(Chat group, Posting post) {
    updates.add(
        "message", post(group, Forwards.telegram(), false, Forwards.automatic(post)).copy());
  }

  /** Links a channel and its discussion group. */
  public synchronized void link(Chat channel, Chat group) {
    channel.link(group);
    group.link(channel);
  }

  /**
   * Replaces a message.
   *
   * @param shown whether readers see that it was edited; new buttons alone do not show
   */
  public synchronized Posting edit(Chat chat, Posting old, ObjectNode message, boolean shown) {
    if (shown) {
      message.put("edit_date", now());
    }
    Posting posting = new Posting(message, old.byBot());
    chat.put(posting);
    tell(Change.Kind.EDITED, chat, posting.messageId());
    return posting;
  }

  public synchronized void delete(Chat chat, int messageId) {
    chat.remove(messageId);
    tell(Change.Kind.DELETED, chat, messageId);
  }

  /** Pins a message; the newest pin is shown, and a service message announces it. */
  public synchronized void pin(Chat chat, int messageId) {
    boolean anew = !chat.pinned().remove((Integer) messageId);
    chat.pinned().add(messageId);
    Posting pinned = chat.posting(messageId);
    if (anew && pinned != null && !chat.isPrivate()) {
      postAsBot(chat, JsonNodeFactory.instance.objectNode().set("pinned_message", shallow(pinned)));
    }
    tell(Change.Kind.CHAT, chat, messageId);
  }

  private static ObjectNode shallow(Posting posting) {
    ObjectNode message = posting.copy();
    message.remove("reply_to_message");
    return message;
  }

  public synchronized void unpin(Chat chat, int messageId) {
    chat.pinned().remove((Integer) messageId);
    tell(Change.Kind.CHAT, chat, messageId);
  }

  /** Sets the reaction of a person or the bot to a message; an empty emoji removes it. */
  public synchronized void react(Chat chat, int messageId, long userId, String emoji) {
    chat.reactions().set(messageId, userId, emoji);
    tell(Change.Kind.EDITED, chat, messageId);
  }

  /** Sets how many anonymous people react to a message with this emoji. */
  synchronized void reactAsCrowd(Chat chat, int messageId, String emoji, int people) {
    chat.reactions().setCrowd(messageId, emoji, people);
    tell(Change.Kind.EDITED, chat, messageId);
  }

  /** Copies of a chat's messages, oldest first; none if there is no such chat. */
  public synchronized List<ObjectNode> messages(long chatId) {
    List<ObjectNode> copies = new ArrayList<>();
    chat(chatId).ifPresent(chat -> chat.postings().forEach(p -> copies.add(p.copy())));
    return copies;
  }

  /** Adds a listener for every change from now on; it is called under the world's lock. */
  public void listen(Consumer<Change> listener) {
    listeners.add(listener);
  }

  public void stopListening(Consumer<Change> listener) {
    listeners.remove(listener);
  }

  private void tell(Change.Kind kind, Chat chat, int messageId) {
    Change change = new Change(kind, chat.id(), messageId);
    listeners.forEach(listener -> listener.accept(change));
  }
}
