package kz.zharshy.sandbox.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A chat and what is in it. Guarded by the world's lock. */
public final class Chat {
  private final long id;
  private final ChatKind kind;
  private final String title;
  private final String username;
  private final AtomicInteger ids;
  private final TreeMap<Integer, Posting> postings = new TreeMap<>();
  private final Map<Long, Person> members = new LinkedHashMap<>();
  private final List<Integer> pinned = new ArrayList<>();
  private final Reactions reactions = new Reactions();
  private BotStanding bot = BotStanding.member();
  private @Nullable Long linked;
  private @Nullable Long movedTo;

  /**
   * @param ids the last message id given: each channel and supergroup counts its own, all private
   *     chats of the bot share one
   */
  Chat(long id, ChatKind kind, String title, String username, AtomicInteger ids) {
    this.id = id;
    this.kind = kind;
    this.title = title;
    this.username = username;
    this.ids = ids;
  }

  /** Positive for private chats, {@code -100…} for channels and supergroups. */
  public long id() {
    return id;
  }

  public ChatKind kind() {
    return kind;
  }

  public boolean isPrivate() {
    return kind == ChatKind.PRIVATE;
  }

  public boolean isChannel() {
    return kind == ChatKind.CHANNEL;
  }

  /** The title, or a person's first name. */
  public String title() {
    return title;
  }

  /** Without the {@code @}; empty if there is none. */
  public String username() {
    return username;
  }

  /** What the bot is in this chat, and may do. */
  public BotStanding bot() {
    return bot;
  }

  void setBot(BotStanding standing) {
    bot = standing;
  }

  /** The id of the channel's discussion group, or of the group's channel. */
  public Optional<Long> linked() {
    return Optional.ofNullable(linked);
  }

  void link(Chat other) {
    linked = other.id;
  }

  /** The id of the supergroup that the group became. */
  public Optional<Long> movedTo() {
    return Optional.ofNullable(movedTo);
  }

  void moveTo(long supergroup) {
    movedTo = supergroup;
  }

  /** The people in it besides the bot, the owner first. */
  public Collection<Person> members() {
    return members.values();
  }

  void join(Person person) {
    members.put(person.id(), person);
  }

  /** All messages that are there, oldest first. */
  public Collection<Posting> postings() {
    return postings.values();
  }

  public @Nullable Posting posting(int messageId) {
    return postings.get(messageId);
  }

  int takeMessageId() {
    return ids.incrementAndGet();
  }

  void put(Posting posting) {
    postings.put(posting.messageId(), posting);
  }

  void remove(int messageId) {
    postings.remove(messageId);
    pinned.remove((Integer) messageId);
  }

  /** The ids of the pinned messages, the newest pin last. */
  public List<Integer> pinned() {
    return pinned;
  }

  /** How people and the bot reacted. */
  public Reactions reactions() {
    return reactions;
  }

  /** The Bot API's {@code Chat}. */
  public ObjectNode json() {
    ObjectNode chat = JsonNodeFactory.instance.objectNode().put("id", id);
    chat.put(isPrivate() ? "first_name" : "title", title);
    if (!username.isEmpty()) {
      chat.put("username", username);
    }
    return chat.put("type", kind.word());
  }
}
